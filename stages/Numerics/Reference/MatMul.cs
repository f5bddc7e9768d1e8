namespace Research.Numerics.Reference;

/// <summary>Matrix product (rule S1: <see cref="Dot"/> for every element).</summary>
public static class MatMul
{
    /// <summary>
    /// C = op(A) op(B); with <paramref name="accumulate"/> the total of each element starts at what C holds instead of
    /// +0. op(A): [m, k], stored [k, m] if <paramref name="transposeA"/>; op(B): [k, n], stored [n, k] if
    /// <paramref name="transposeB"/>; c: [m, n].
    /// </summary>
    public static void Run(
        bool transposeA, bool transposeB, int m, int n, int k, ReadOnlySpan<float> a, ReadOnlySpan<float> b,
        Span<float> c, bool accumulate)
    {
        var (rowOfA, stepOfA) = transposeA ? (1, m) : (k, 1);
        var (columnOfB, stepOfB) = transposeB ? (k, 1) : (1, n);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var total = accumulate ? c[(i * n) + j] : 0f;
                c[(i * n) + j] = k == 0
                    ? total
                    : Dot.Compute(a[(i * rowOfA)..], stepOfA, b[(j * columnOfB)..], stepOfB, k, total);
            }
        }
    }
}
