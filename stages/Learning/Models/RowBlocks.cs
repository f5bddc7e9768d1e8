using Research.Numerics.Reference;

namespace Research.Learning.Models;

/// <summary>
/// How a batch is cut into blocks of sequences that pass through the model one after another, so that what a block computes is
/// still near the processor when its backward pass wants it, and needs less memory. Free: a block is a whole number of chunks of
/// <see cref="NumericSpecification.Chunk"/> rows, so that every total is formed from the same parts in the same order.
/// </summary>
internal static class RowBlocks
{
    /// <summary>Sequences of the smallest block: the least number whose tokens fill whole chunks, or all of the batch.</summary>
    public static int Smallest(int batch, int time) =>
        Math.Min(batch, NumericSpecification.Chunk / LargestCommonDivisor(NumericSpecification.Chunk, time));

    /// <summary>
    /// As many sequences as <paramref name="near"/> floats of memory hold, in blocks of about one size; all of them if not even the smallest block fits,
    /// because then each further block would only cost another passage of the weights.
    /// </summary>
    public static int Sequences(GptSpec spec, int batch, int time, long near)
    {
        var smallest = Smallest(batch, time);
        var units = Blocks(batch, smallest);
        var fitting = (int)Math.Min(units, near / (Activations.LengthPerRow(spec, time) * smallest * time));
        return fitting == 0 ? batch : Math.Min(batch, Blocks(units, Blocks(units, fitting)) * smallest);
    }

    private static int Blocks(int length, int size) => (length + size - 1) / size;

    private static int LargestCommonDivisor(int a, int b) => b == 0 ? a : LargestCommonDivisor(b, a % b);
}
