namespace Research.Numerics.Reference;

/// <summary>
/// The numeric specification that the programs of this folder spell out: which bits a kernel returns. Numbers are IEEE 754
/// float32, rounded to nearest, denormals kept; multiply and add are fused where a program says so and nowhere else. Bits
/// are promised for finite inputs and results.
/// <list type="bullet">
/// <item>S1, <see cref="Dot"/>: long dot products, so every matrix product.</item>
/// <item>S2, <see cref="RowSum"/>: sums along a row; S2m: its maximum, by comparison.</item>
/// <item>S3: sums down a column: rows in chunks of 256, in order within a chunk, chunks added in order from +0.</item>
/// <item>S4, <see cref="Embedding"/>: gradients of embeddings, equal to products with one-hot matrices.</item>
/// <item>S5, <see cref="SumOfSquares"/>: norms and losses in double precision; factors of a step are computed on the host
/// in double precision and rounded to float once.</item>
/// <item>S6, <see cref="FloatFunctions"/>: elementary functions are fixed sequences; division and root are IEEE's.</item>
/// <item>S7, <see cref="Attention"/>.</item>
/// <item>S8: random numbers, Philox4x32-10 by position.</item>
/// <item>S10, <see cref="Unfold"/>: a convolution is an S1 product with the squares of the image, in the order channel, row,
/// column; gradients go back to a pixel in the order of the squares.</item>
/// </list>
/// Totals start at +0, never at the first part: so zero padding, masked entries and empty chunks change nothing, and tile
/// sizes, vector widths, threads and devices are free.
/// </summary>
public static class NumericSpecification
{
    /// <summary>Name of this version. A change of any bit of any kernel is a new version.</summary>
    public const string Version = "num-1";

    /// <summary>
    /// Terms of a chain, of rules S1, S3 and S4. Work that is cut at multiples of it, and whose totals go on from part to
    /// part, has the bits of the whole.
    /// </summary>
    public const int Chunk = 256;
}
