using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Numbers and truth values: DuckDB stores them as .NET does.</summary>
internal sealed class FixedCodec<T>(DuckDbType type) : Codec<T>
    where T : unmanaged
{
    public override DuckDbType Type => type;

    public override void Write(Vector vector, int row, T value) => vector.Cell<T>(row) = value;

    public override T Read(Vector vector, int row) => vector.Cell<T>(row);
}
