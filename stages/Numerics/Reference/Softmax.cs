namespace Research.Numerics.Reference;

/// <summary>Softmax of one row, the common part of attention and of the losses (rules S2, S2m, S6).</summary>
internal static class Softmax
{
    /// <summary>
    /// Writes exp(s - max) to <paramref name="exponentials"/> (which may be s) and returns the maximum and the sum.
    /// The row is not empty.
    /// </summary>
    public static (float Maximum, float Sum) Exponentials(ReadOnlySpan<float> s, Span<float> exponentials)
    {
        var maximum = s[0];
        foreach (var v in s)
            maximum = v > maximum ? v : maximum;
        for (var i = 0; i < s.Length; i++)
            exponentials[i] = FloatFunctions.Exp(s[i] - maximum);
        return (maximum, RowSum.Sum(exponentials[..s.Length]));
    }
}
