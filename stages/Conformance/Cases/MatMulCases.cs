namespace Research.Conformance.Cases;

/// <summary>Matrix products in every transposition, around the edges of tiles, panels and K chunks.</summary>
internal static class MatMulCases
{
    private static readonly (int M, int N, int K)[] Shapes =
    [
        (1, 1, 1), (2, 3, 1), (3, 2, 2), (5, 7, 31), (11, 15, 32), (12, 16, 33), (13, 17, 255), (6, 31, 256), (7, 32, 257), (33, 19, 511),
        (31, 33, 512), (32, 48, 513), (37, 53, 19), (97, 130, 257), (193, 65, 64), (19, 70, 1009), (64, 64, 1000), (130, 257, 40),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        .. Each, Published(37, 53, 19), Published(100, 70, 300), Published(64, 64, 513), Published(129, 97, 1000),
    ];

    private static IEnumerable<ConformanceCase> Each =>
        from shape in Shapes
        from transposition in new[] { (A: false, B: false), (A: false, B: true), (A: true, B: false), (A: true, B: true) }
        from kind in Kinds(shape)
        from accumulate in new[] { false, true }
        select Case(shape, transposition.A, transposition.B, kind, accumulate);

    // Every kind of number on small shapes, uniform ones on all.
    private static Numbers[] Kinds((int M, int N, int K) shape) =>
        (long)shape.M * shape.N * shape.K < 300_000 ? Enum.GetValues<Numbers>() : [Numbers.Uniform];

    private static ConformanceCase Case((int M, int N, int K) shape, bool transposeA, bool transposeB, Numbers kind, bool accumulate)
    {
        var (m, n, k) = shape;
        var name = $"{(transposeA ? 'T' : 'N')}{(transposeB ? 'T' : 'N')} {m} x {n} x {k}{(accumulate ? ", going on" : "")}, {kind}";
        return new("MatMul", name, memory =>
        {
            var numbers = new CaseNumbers(name);
            var (a, b) = (memory.Input(numbers.Floats(m * k, kind)), memory.Input(numbers.Floats(k * n, kind)));
            // A total that goes on is never -0 (rule S1).
            var total = Array.ConvertAll(numbers.Floats(m * n, kind), value => value + 0f);
            var c = accumulate ? memory.Input(total) : memory.Output(m * n);
            memory.Device.MatMul(transposeA, transposeB, m, n, k, a, b, c, accumulate);
            return [CaseMemory.Read("c", c)];
        });
    }

    // The bits of these products are on record; a program in C has given those of the first three too, on two architectures.
    private static ConformanceCase Published(int m, int n, int k) => new("MatMul", $"published {m} x {n} x {k}", memory =>
    {
        var c = memory.Output(m * n);
        memory.Device.MatMul(
            false, false, m, n, k, memory.Input(PublishedNumbers.Fill(m * k, 1)), memory.Input(PublishedNumbers.Fill(k * n, 2)), c);
        return [CaseMemory.Read("c", c)];
    });
}
