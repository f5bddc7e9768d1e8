namespace Research.Numerics.Reference;

/// <summary>
/// Long dot product (rule S1). The length is cut at multiples of 256. Inside a chunk one chain of fused multiply-adds
/// from +0, index ascending; chunk results are added in order to a total that starts at +0. So a result is never -0,
/// and terms with a factor +0 (padding, masked entries, whole chunks of them) change no bit as long as the other factor
/// is finite.
/// </summary>
internal static class Dot
{
    /// <summary>Elements per chunk, of this rule and of the column sums (rule S3).</summary>
    public const int Chunk = NumericSpecification.Chunk;

    /// <summary>
    /// Sum over k in [0, length) of a[k·strideA] b[k·strideB]; <paramref name="total"/> is the sum of earlier chunks.
    /// </summary>
    public static float Compute(
        ReadOnlySpan<float> a, int strideA, ReadOnlySpan<float> b, int strideB, int length, float total = 0f)
    {
        for (var start = 0; start < length; start += Chunk)
        {
            var end = Math.Min(start + Chunk, length);
            var chain = 0f;
            for (var k = start; k < end; k++)
                chain = ExactFma.Compute(a[k * strideA], b[k * strideB], chain);
            total += chain;
        }

        return total;
    }
}
