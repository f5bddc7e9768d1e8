using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Research.Numerics;

/// <summary>
/// A stream of random numbers that are a function of their position, so that the order of work never matters (numeric
/// specification num-1, 1.6): Philox4x32-10 (Salmon et al. 2011) keyed by a seed and the name of the stream. A draw is
/// addressed by its index, and optionally by the step of a training run and the number of a tensor; nothing is stored
/// between draws.
/// </summary>
public readonly struct Philox : IEquatable<Philox>
{
    private readonly uint seed;
    private readonly uint stream;

    /// <summary>The stream of that name. Two names give independent streams.</summary>
    /// <param name="seed">Key word 0: its 32 bits as they are.</param>
    /// <param name="stream">
    /// Key word 1 is the first four bytes, little-endian, of the SHA-256 of the name in UTF-8.
    /// </param>
    public Philox(int seed, string stream)
        : this(unchecked((uint)seed), StreamNumber(stream))
    {
    }

    /// <summary>The stream with those two key words.</summary>
    public Philox(uint seed, uint stream) => (this.seed, this.stream) = (seed, stream);

    /// <summary>The largest index of a draw: the block number is a 32-bit word and a block holds four draws.</summary>
    public const long LargestIndex = ((long)uint.MaxValue << 2) + 3;

    /// <summary>
    /// Draw <paramref name="index"/>: word index mod 4 of the block with counter (index div 4, step, tensor, 0).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The index is negative or above <see cref="LargestIndex"/>.
    /// </exception>
    public uint UInt32(long index, uint step = 0, uint tensor = 0)
    {
        if ((ulong)index > LargestIndex)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"A draw's index lies in 0..{LargestIndex}.");
        return Word(Block((uint)(index >> 2), step, tensor), (int)index & 3);
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-24.</summary>
    public float UniformSingle(long index, uint step = 0, uint tensor = 0) =>
        PhiloxDraw.UniformSingle(UInt32(index, step, tensor));

    /// <summary>Uniform in (0, 1): the middle of one of 2^32 equal cells.</summary>
    public double UniformDouble(long index, uint step = 0, uint tensor = 0) =>
        PhiloxDraw.UniformDouble(UInt32(index, step, tensor));

    /// <summary>
    /// Standard normal: the quantile at <see cref="UniformDouble"/>; |value| at most 6.34. Round once for a float.
    /// </summary>
    public double Normal(long index, uint step = 0, uint tensor = 0) =>
        Elementary.InverseNormal(UniformDouble(index, step, tensor));

    /// <summary>Uniform in 0..n-1 from one draw, with a bias below n / 2^32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive.</exception>
    public int Below(int n, long index, uint step = 0, uint tensor = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return PhiloxDraw.Below(n, UInt32(index, step, tensor));
    }

    /// <summary>The four draws of one block: draws 4 block to 4 block + 3.</summary>
    public (uint W0, uint W1, uint W2, uint W3) Block(uint block, uint step = 0, uint tensor = 0) =>
        Rounds(block, step, tensor, 0, seed, stream);

    /// <inheritdoc/>
    public bool Equals(Philox other) => seed == other.seed && stream == other.stream;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Philox other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(seed, stream);

    /// <summary>Whether both draw the same numbers.</summary>
    public static bool operator ==(Philox left, Philox right) => left.Equals(right);

    /// <summary>Whether they draw different numbers.</summary>
    public static bool operator !=(Philox left, Philox right) => !left.Equals(right);

    /// <summary>The bare generator: ten rounds on a counter and a key.</summary>
    internal static (uint W0, uint W1, uint W2, uint W3) Rounds(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < 10; round++)
        {
            var p0 = 0xD2511F53UL * c0;
            var p1 = 0xCD9E8D57UL * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += 0x9E3779B9;
            k1 += 0xBB67AE85;
        }

        return (c0, c1, c2, c3);
    }

    internal static uint Word((uint W0, uint W1, uint W2, uint W3) block, int word) =>
        word switch { 0 => block.W0, 1 => block.W1, 2 => block.W2, _ => block.W3 };

    private static uint StreamNumber(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }
}
