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
            var (m, n, k) = (numbers.Next(1, 90), numbers.Next(1, 150), numbers.Pick(5, 256, 300, 513));
            var a = numbers.Floats(m * k, Values.Underflow);
            var b = numbers.Floats(k * n, Values.Underflow);
            var (transposeA, transposeB) = (numbers.Next(0, 2) == 0, numbers.Next(0, 2) == 0);
            var expected = new float[m * n];
            Research.Numerics.Reference.MatMul.Run(transposeA, transposeB, m, n, k, a, b, expected, accumulate: false);
            var blocking = new MatMulBlocking(numbers.Next(1, 100), numbers.Next(1, 6), numbers.Next(0, 2) == 0);
            var actual = Run<Simd128, Vector128<float>>(transposeA, transposeB, m, n, k, a, b, blocking);
            Conformance.AssertSameBits($"{m}x{n}x{k}, {blocking}", expected, actual);
        }
    }

    [Theory]
    [InlineData(false, 30, 1024)]
    [InlineData(false, 30, 3072)]
    [InlineData(true, 1024, 300)]
    public void A_left_factor_whose_rows_share_the_sets_of_a_cache_gives_the_same_bits(bool transposeA, int m, int k)
    {
        const int N = 40;
        var numbers = new TestNumbers((uint)k);
        var a = numbers.Floats(m * k, Values.Underflow);
        var b = numbers.Floats(k * N, Values.Underflow);
        var expected = new float[m * N];
        Research.Numerics.Reference.MatMul.Run(transposeA, false, m, N, k, a, b, expected, accumulate: false);
        var blocking = new MatMulBlocking(Rows: 17, Panels: 2, PackInItems: false);
        Conformance.AssertSameBits("4 lanes", expected, Run<Simd128, Vector128<float>>(transposeA, false, m, N, k, a, b, blocking));
        if (InstructionSets.IsAvailable(InstructionSet.Vector512))
            Conformance.AssertSameBits("16 lanes", expected, Run<Simd512, Vector512<float>>(transposeA, false, m, N, k, a, b, blocking));
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

    private static float[] Run<TSimd, TVector>(
        bool transposeA, bool transposeB, int m, int n, int k, float[] a, float[] b, MatMulBlocking blocking)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        using var pool = new WorkerPool(3);
        using var workspaces = new Workspaces();
        var c = new float[m * n];
        using var memory = new Workspace();
        var left = memory.Reserve(a.Length + b.Length + c.Length);
        var right = left + a.Length;
        var result = right + b.Length;
        Marshal.Copy(a, 0, (nint)left, a.Length);
        Marshal.Copy(b, 0, (nint)right, b.Length);
        MatMul<TSimd, TVector>.Run(
            pool, workspaces, transposeA, transposeB, m, n, k, left, right, result, accumulate: false, blocking);
        Marshal.Copy((nint)result, c, 0, c.Length);
        return c;
    }
}
