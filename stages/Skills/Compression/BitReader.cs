using System.Numerics;
using Research.Jobs;

namespace Research.Skills.Compression;

/// <summary>Reads what a <see cref="BitWriter"/> wrote.</summary>
/// <param name="bytes">The bits.</param>
public sealed class BitReader(byte[] bytes)
{
    /// <summary>Bits read.</summary>
    public long Position { get; private set; }

    /// <summary>Reads one bit.</summary>
    /// <exception cref="InputException">There is none left.</exception>
    public bool Read()
    {
        if (Position >> 3 >= bytes.Length)
            throw new InputException($"it ends after {8L * bytes.Length} bits", "compressed text", "Give the whole text.");
        var bit = (bytes[Position >> 3] & (0x80 >> (int)(Position & 7))) != 0;
        Position++;
        return bit;
    }

    /// <summary>Reads a number of so many bits.</summary>
    /// <exception cref="InputException">There are not so many.</exception>
    public BigInteger Read(int bits)
    {
        var value = BigInteger.Zero;
        for (var i = 0; i < bits; i++) value = (value << 1) | (Read() ? 1 : 0);
        return value;
    }
}
