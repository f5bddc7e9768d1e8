using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Research.Numerics.Cpu;
using Research.Numerics.Cpu.Simd;

namespace Research.Numerics.Tests.Cpu;

/// <summary>How a product is cut into items changes no bit.</summary>
public unsafe class MatMulBlockingTests
{
    [Fact]
    public void Every_blocking_gives_the_same_bits()
    {
        var numbers = new TestNumbers(3);
        for (var round = 0; round < 60; round++)
        {
            var (m, n, k) = (numbers.Next(1, 90), numbers.Next(1, 200), numbers.Pick(5, 256, 300, 513));
            var a = numbers.Floats(m * k, Values.Underflow);
            var b = numbers.Floats(k * n, Values.Underflow);
            var (transposeA, transposeB) = (numbers.Next(0, 2) == 0, numbers.Next(0, 2) == 0);
            var expected = new float[m * n];
            Research.Numerics.Reference.MatMul.Run(transposeA, transposeB, m, n, k, a, b, expected, accumulate: false);
            var blocking = new MatMulBlocking(numbers.Next(1, 100), numbers.Next(1, 20), numbers.Next(0, 2) == 0);
            AssertOnEverySet(expected, transposeA, transposeB, m, n, k, a, b, blocking);
        }
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void A_product_of_few_columns_gives_the_same_bits(bool transposeA, bool transposeB)
    {
        var numbers = new TestNumbers(4);
        foreach (var (m, n, k) in new[]
        {
            (130, 19, 128), (64, 17, 4), (71, 18, 300), (133, 20, 516), (99, 19, 513), (128, 1, 5), (200, 9, 300), (257, 29, 513), (131, 65, 77), (1000, 3, 256),
        })
        {
            var a = numbers.Floats(m * k, Values.Underflow);
            var b = numbers.Floats(k * n, Values.Underflow);
            foreach (var accumulate in new[] { false, true })
            {
                var expected = numbers.Floats(m * n, Values.Underflow);
                var before = expected.ToArray();
                Research.Numerics.Reference.MatMul.Run(transposeA, transposeB, m, n, k, a, b, expected, accumulate);
                AssertOnEverySet(expected, transposeA, transposeB, m, n, k, a, b, null, accumulate ? before : null);
            }
        }
    }

    [Theory]
    [InlineData(InstructionSet.Vector128, 17)]
    [InlineData(InstructionSet.Vector256, 3)]
    [InlineData(InstructionSet.Vector512, 25)]
    public void Columns_that_leave_lanes_idle_are_turned_and_whole_vectors_are_not(InstructionSet set, int columns)
    {
        Assert.Equal(
            [true, false, false],
            set switch
            {
                InstructionSet.Vector128 => Suits<Simd128, Vector128<float>>(columns),
                InstructionSet.Vector256 => Suits<Simd256, Vector256<float>>(columns),
                _ => Suits<Simd512, Vector512<float>>(columns),
            });

        static bool[] Suits<TSimd, TVector>(int columns)
            where TSimd : ISimd<TVector>
            where TVector : unmanaged =>
            [NarrowMatMul<TSimd, TVector>.Suits(4096, columns), NarrowMatMul<TSimd, TVector>.Suits(4096, 128), NarrowMatMul<TSimd, TVector>.Suits(8, columns)];
    }

    [Fact]
    public void Rows_share_the_vector_of_the_last_of_17_to_20_columns_where_vectors_are_wide()
    {
        int[] columns = [16, 17, 19, 20, 21];
        Assert.Equal([false, true, true, true, false], columns.Select(n => TailMatMul<Simd512, Vector512<float>>.Suits(false, 64, n, 128)));
        Assert.Equal([false, true, true, true, false], columns.Select(n => TailMatMul<Simd256, Vector256<float>>.Suits(false, 64, n, 128)));
        Assert.DoesNotContain(columns, n => TailMatMul<Simd128, Vector128<float>>.Suits(false, 64, n, 128));
        Assert.DoesNotContain(columns, n => TailMatMul<SimdScalar, float>.Suits(false, 64, n, 128));
        Assert.False(TailMatMul<Simd512, Vector512<float>>.Suits(transposeA: true, 64, 19, 128));
        Assert.False(TailMatMul<Simd512, Vector512<float>>.Suits(false, 63, 19, 128));
        Assert.False(TailMatMul<Simd512, Vector512<float>>.Suits(false, 64, 19, 126));
    }

    [Theory]
    [InlineData(false, 30, 1024)]
    [InlineData(false, 30, 3072)]
    [InlineData(true, 1024, 300)]
    [InlineData(true, 300, 1024)]
    public void A_left_factor_whose_rows_share_the_sets_of_a_cache_gives_the_same_bits(bool transposeA, int m, int k)
    {
        const int N = 150;
        var numbers = new TestNumbers((uint)k);
        var a = numbers.Floats(m * k, Values.Underflow);
        var b = numbers.Floats(k * N, Values.Underflow);
        var expected = new float[m * N];
        Research.Numerics.Reference.MatMul.Run(transposeA, false, m, N, k, a, b, expected, accumulate: false);
        foreach (var packInItems in new[] { false, true })
            AssertOnEverySet(expected, transposeA, false, m, N, k, a, b, new MatMulBlocking(Rows: 43, Panels: 40, packInItems));
    }

    [Theory]
    [InlineData(1, 4096, 512)]
    [InlineData(2, 128, 512)]
    [InlineData(16, 128, 128)]
    [InlineData(7, 1, 1)]
    [InlineData(3, 5000, 40)]
    public void A_blocking_covers_the_result_with_blocks_that_are_not_empty(int threads, int m, int n)
    {
        var blocking = MatMulBlocking.For(threads, m, n, tileRows: 12, panelWidth: 32);
        Assert.InRange(blocking.Rows, 1, m);
        Assert.InRange(blocking.Panels, 1, (n + 31) / 32);
    }

    [Theory]
    [InlineData(2, 4096, 128, 348)]
    [InlineData(2, 2048, 768, 348)]
    [InlineData(3, 4096, 512, 348)]
    [InlineData(1, 2048, 768, 348)]
    public void Rows_are_cut_evenly_and_into_as_many_blocks_for_each_thread(int threads, int m, int n, int rows)
    {
        var blocking = MatMulBlocking.For(threads, m, n, tileRows: 12, panelWidth: 32);
        Assert.Equal(rows, blocking.Rows);
        Assert.Equal(0, MatMulBlocking.Blocks(m, blocking.Rows) % threads);
    }

    private static void AssertOnEverySet(
        float[] expected, bool transposeA, bool transposeB, int m, int n, int k, float[] a, float[] b, MatMulBlocking? blocking,
        float[]? before = null)
    {
        foreach (var set in Enum.GetValues<InstructionSet>().Where(InstructionSets.IsAvailable))
        {
            var actual = set switch
            {
                InstructionSet.Vector512 => Run<Simd512, Vector512<float>>(transposeA, transposeB, m, n, k, a, b, blocking, before),
                InstructionSet.Vector256 => Run<Simd256, Vector256<float>>(transposeA, transposeB, m, n, k, a, b, blocking, before),
                InstructionSet.Vector128 => Run<Simd128, Vector128<float>>(transposeA, transposeB, m, n, k, a, b, blocking, before),
                _ => Run<SimdScalar, float>(transposeA, transposeB, m, n, k, a, b, blocking, before),
            };
            Conformance.AssertSameBits($"{m}x{n}x{k}, {blocking}, {set}", expected, actual);
        }
    }

    private static float[] Run<TSimd, TVector>(
        bool transposeA, bool transposeB, int m, int n, int k, float[] a, float[] b, MatMulBlocking? blocking, float[]? before)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        using var pool = new WorkerPool(3);
        using var workspaces = new Workspaces();
        var c = before?.ToArray() ?? new float[m * n];
        using var memory = new Workspace();
        var left = memory.Reserve(a.Length + b.Length + c.Length);
        var right = left + a.Length;
        var result = right + b.Length;
        Marshal.Copy(a, 0, (nint)left, a.Length);
        Marshal.Copy(b, 0, (nint)right, b.Length);
        Marshal.Copy(c, 0, (nint)result, c.Length);
        MatMul<TSimd, TVector>.Run(
            pool, workspaces, transposeA, transposeB, m, n, k, left, right, result, accumulate: before is not null, blocking);
        Marshal.Copy((nint)result, c, 0, c.Length);
        return c;
    }
}
