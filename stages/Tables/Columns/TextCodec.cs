using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Text, with or without null.</summary>
internal sealed class TextCodec(bool allowsNull) : Codec<string?>
{
    public override DuckDbType Type => DuckDbType.Varchar;

    public override bool AllowsNull => allowsNull;

    public override void Write(Vector vector, int row, string? value)
    {
        if (value is not null)
            vector.SetText(row, value);
        else if (allowsNull)
            vector.SetNull(row);
        else
            throw new ArgumentNullException(nameof(value), "A text of a row is null though its property may not be.");
    }

    public override string? Read(Vector vector, int row) => vector.IsNull(row) ? null : vector.Text(row);
}
