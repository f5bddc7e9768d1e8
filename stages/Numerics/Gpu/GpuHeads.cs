namespace Research.Numerics.Gpu;

/// <summary>
/// The matrices of attention inside their tensors: one for each sequence (outer) and head (inner). qkv: [batch, time, 3, heads,
/// headSize]; scores: [batch, heads, time, time]; outputs: [batch, time, heads, headSize]. Each is given with its rows as lines;
/// <see cref="GpuMatrix.Transposed"/> makes its columns the lines.
/// </summary>
internal readonly record struct GpuHeads(int Time, int Heads, int HeadSize)
{
    private int Width => Heads * HeadSize;

    /// <summary>Queries. [time, headSize]</summary>
    public GpuMatrix Query(nint memory, int offset) => OfThree(memory, offset);

    /// <summary>Keys. [time, headSize]</summary>
    public GpuMatrix Key(nint memory, int offset) => OfThree(memory, offset + Width);

    /// <summary>Values. [time, headSize]</summary>
    public GpuMatrix Value(nint memory, int offset) => OfThree(memory, offset + (2 * Width));

    /// <summary>Scores, probabilities, or gradients of either. [time, time]</summary>
    public GpuMatrix Scores(nint memory, int offset) => new(memory, offset, Heads * Time * Time, Time * Time, Time, 1);

    /// <summary>What attention gives, or its gradient. [time, headSize]</summary>
    public GpuMatrix Output(nint memory, int offset) => new(memory, offset, Time * Width, HeadSize, Width, 1);

    private GpuMatrix OfThree(nint memory, int offset) => new(memory, offset, 3 * Time * Width, HeadSize, 3 * Width, 1);
}
