using System.Text;

namespace Research.Tables.Native;

/// <summary>The cells of one column of a chunk.</summary>
internal readonly unsafe struct Vector
{
    private const int InlinedBytes = 12;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly nint _handle;
    private readonly byte* _data;
    private readonly ulong* _validity;

    public Vector(nint handle)
    {
        _handle = handle;
        _data = (byte*)DuckDbApi.VectorData(handle);
        _validity = DuckDbApi.VectorValidity(handle);
    }

    /// <summary>Whether a cell has no value.</summary>
    public bool IsNull(int row) => _validity != null && (_validity[row >> 6] >> (row & 63) & 1) == 0;

    /// <summary>A cell of fixed size.</summary>
    public ref T Cell<T>(int row)
        where T : unmanaged
        => ref ((T*)_data)[row];

    /// <summary>Takes the value of a cell away.</summary>
    public void SetNull(int row)
    {
        DuckDbApi.EnsureValidityWritable(_handle);
        var validity = DuckDbApi.VectorValidity(_handle);
        validity[row >> 6] &= ~(1UL << (row & 63));
    }

    /// <summary>A text cell as UTF-8; valid as long as the chunk.</summary>
    public ReadOnlySpan<byte> Utf8Text(int row)
    {
        // duckdb_string_t: 4 bytes length, then 12 bytes of text, or 4 bytes of prefix and a pointer.
        var cell = _data + (16 * row);
        var length = *(int*)cell;
        return new ReadOnlySpan<byte>(length <= InlinedBytes ? cell + 4 : *(byte**)(cell + 8), length);
    }

    /// <summary>A text cell.</summary>
    public string Text(int row) => Utf8.GetString(Utf8Text(row));

    /// <summary>Copies a text, given as UTF-8, into a cell.</summary>
    public void SetUtf8Text(int row, ReadOnlySpan<byte> text)
    {
        fixed (byte* pointer = text)
        {
            byte none = 0;
            DuckDbApi.AssignString(_handle, (ulong)row, pointer is null ? &none : pointer, (ulong)text.Length);
        }
    }

    /// <summary>Copies a text into a cell.</summary>
    /// <exception cref="EncoderFallbackException">The text holds half a surrogate pair.</exception>
    public void SetText(int row, string text)
    {
        const int OnStack = 512;
        if (text.Length <= OnStack / 3)
        {
            Span<byte> bytes = stackalloc byte[OnStack];
            SetUtf8Text(row, bytes[..Utf8.GetBytes(text, bytes)]);
        }
        else
        {
            SetUtf8Text(row, Utf8.GetBytes(text));
        }
    }
}
