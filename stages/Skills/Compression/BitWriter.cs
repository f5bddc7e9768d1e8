using System.Numerics;

namespace Research.Skills.Compression;

/// <summary>Bits in order, packed eight to a byte from the highest down.</summary>
public sealed class BitWriter
{
    private readonly List<byte> bytes = [];

    /// <summary>Bits written.</summary>
    public long Length { get; private set; }

    /// <summary>The bits; the last byte's surplus bits are 0.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>Writes one bit.</summary>
    public void Write(bool bit)
    {
        if ((Length & 7) == 0) bytes.Add(0);
        if (bit) bytes[^1] |= (byte)(0x80 >> (int)(Length & 7));
        Length++;
    }

    /// <summary>Writes the lowest bits of a number, the highest of them first.</summary>
    public void Write(BigInteger value, int bits)
    {
        for (var i = bits - 1; i >= 0; i--) Write(!((value >> i) & 1).IsZero);
    }
}
