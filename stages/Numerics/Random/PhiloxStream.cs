namespace Research.Numerics;

/// <summary>
/// A cursor on a <see cref="Philox"/> stream, for draws one after another: the same numbers as at the positions
/// <see cref="Position"/>, Position + 1, ..., four from each run of the generator. A mutable struct: pass it by
/// reference.
/// </summary>
public struct PhiloxStream
{
    private readonly Philox source;
    private readonly uint step;
    private readonly uint tensor;
    private (uint W0, uint W1, uint W2, uint W3) block;

    // 0 before the first draw, then the number of the block + 1.
    private long cached;

    /// <summary>A cursor at an index of the stream.</summary>
    public PhiloxStream(Philox source, long index = 0, uint step = 0, uint tensor = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        (this.source, this.step, this.tensor) = (source, step, tensor);
        Position = index;
    }

    /// <summary>Index of the next draw.</summary>
    public long Position { get; private set; }

    /// <summary>The next 32 random bits.</summary>
    /// <exception cref="InvalidOperationException">The stream is used up (2^34 draws).</exception>
    public uint UInt32()
    {
        var index = Position;
        var number = index >> 2;
        if (number + 1 != cached)
        {
            if (index > Philox.LargestIndex) throw new InvalidOperationException("The random stream is used up.");
            block = source.Block((uint)number, step, tensor);
            cached = number + 1;
        }

        Position = index + 1;
        return Philox.Word(block, (int)index & 3);
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-24.</summary>
    public float UniformSingle() => PhiloxDraw.UniformSingle(UInt32());

    /// <summary>Uniform in (0, 1): the middle of one of 2^32 equal cells.</summary>
    public double UniformDouble() => PhiloxDraw.UniformDouble(UInt32());

    /// <summary>Standard normal.</summary>
    public double Normal() => Elementary.InverseNormal(UniformDouble());

    /// <summary>Uniform in 0..n-1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is not positive.</exception>
    public int Below(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        return PhiloxDraw.Below(n, UInt32());
    }
}
