using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>A value type that may be missing.</summary>
internal sealed class NullableCodec<T>(Codec<T> inner) : Codec<T?>
    where T : struct
{
    public override DuckDbType Type => inner.Type;

    public override bool AllowsNull => true;

    public override void Write(Vector vector, int row, T? value)
    {
        if (value is { } present)
            inner.Write(vector, row, present);
        else
            vector.SetNull(row);
    }

    public override T? Read(Vector vector, int row) => vector.IsNull(row) ? null : inner.Read(vector, row);
}
