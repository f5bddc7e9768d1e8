using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Cpu;

/// <summary>
/// The first half of both losses: exponentials of the logits, block of rows by block of rows, in scratch memory.
/// </summary>
internal readonly unsafe struct SoftmaxBlock<TSimd, TVector>
    where TSimd : ISimd<TVector>
    where TVector : unmanaged
{
    // A block of exponentials fits the first-level cache, unless one row alone is longer.
    private const int BlockLength = 4096;
    private const int LargestBlock = 64;

    private readonly int rows;
    private readonly int blockRows;
    private readonly float* logits;
    private readonly float* scratch;
    private readonly long share;

    public SoftmaxBlock(int rows, int vocabulary, float* logits, Workspace scratch, int threads)
    {
        this.rows = rows;
        this.logits = logits;
        Vocabulary = vocabulary;
        Padded = Softmax<TSimd, TVector>.PaddedLength(vocabulary);
        blockRows = Math.Clamp(BlockLength / Padded, 1, LargestBlock);
        share = ((long)blockRows * Padded) + (2 * LargestBlock);
        this.scratch = scratch.Reserve(threads * share);
    }

    /// <summary>Length of a row of logits.</summary>
    public int Vocabulary { get; }

    /// <summary>Length of a row of exponentials.</summary>
    public int Padded { get; }

    /// <summary>Number of blocks.</summary>
    public int Items => (rows + blockRows - 1) / blockRows;

    /// <summary>
    /// Rows <paramref name="first"/> to first + <paramref name="count"/> - 1: logits <paramref name="s"/>,
    /// exponentials <paramref name="e"/>, and each row's maximum and sum.
    /// </summary>
    public void Exponentials(
        int item, int worker, out int first, out int count, out float* s, out float* e, out float* maxima,
        out float* sums)
    {
        first = item * blockRows;
        count = Math.Min(blockRows, rows - first);
        s = logits + ((nint)first * Vocabulary);
        maxima = scratch + (worker * share);
        sums = maxima + LargestBlock;
        e = sums + LargestBlock;
        Softmax<TSimd, TVector>.Exponentials(count, Vocabulary, 0, Padded, 1f, s, Vocabulary, e, Padded, maxima, sums);
    }
}
