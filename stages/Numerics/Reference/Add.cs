namespace Research.Numerics.Reference;

/// <summary>Sum of two tensors.</summary>
public static class Add
{
    /// <summary>y = a + b, element by element; all of one length; y may be a or b.</summary>
    public static void Run(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] + b[i];
    }
}
