using Research.Tables.Native;

namespace Research.Tables.Columns;

/// <summary>Bytes, such as the pixels of an image.</summary>
internal sealed class BlobCodec : Codec<byte[]>
{
    public override DuckDbType Type => DuckDbType.Blob;

    public override void Write(Vector vector, int row, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        // DuckDB stores bytes as it stores texts.
        vector.SetUtf8Text(row, value);
    }

    public override byte[] Read(Vector vector, int row) => vector.Utf8Text(row).ToArray();
}
