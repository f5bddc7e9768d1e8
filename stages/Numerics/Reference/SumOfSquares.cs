namespace Research.Numerics.Reference;

/// <summary>Sum of squares in double precision (rule S5).</summary>
public static class SumOfSquares
{
    /// <summary>Elements per chunk.</summary>
    public const int Chunk = 4096;

    /// <summary>
    /// Chunks of 4096 elements, each reduced over the 32 lanes of rule S2 in double precision (the product of two
    /// floats is exact there), chunk results added in order from +0.
    /// </summary>
    public static double Run(ReadOnlySpan<float> x)
    {
        Span<double> lanes = stackalloc double[RowSum.Lanes];
        var total = 0.0;
        for (var start = 0; start < x.Length; start += Chunk)
        {
            lanes.Clear();
            var chunk = x.Slice(start, Math.Min(Chunk, x.Length - start));
            for (var i = 0; i < chunk.Length; i++)
                lanes[i % RowSum.Lanes] += (double)chunk[i] * chunk[i];
            for (var half = RowSum.Lanes / 2; half > 0; half /= 2)
            {
                for (var l = 0; l < half; l++)
                    lanes[l] += lanes[l + half];
            }

            total += lanes[0];
        }

        return total;
    }
}
