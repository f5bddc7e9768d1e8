namespace Research.Benchmarks.Tests;

public class OpenBlasTests
{
    [SkippableTheory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void It_is_asked_for_the_product_that_is_meant(bool transposeA, bool transposeB)
    {
        const int M = 5, N = 7, K = 11;
        using var blas = OpenBlas.TryLoad(Environment.GetEnvironmentVariable(BenchmarkOptions.OpenBlasVariable), out var found);
        Skip.If(blas is null, found);
        var x = ProductBenchmark.TestNumbers(M * N * K);
        using var matrices = blas.Prepare(x.Length, threads: 1);

        matrices.Multiply(transposeA, transposeB, M, N, K);

        for (var i = 0; i < M; i++)
        {
            for (var j = 0; j < N; j++)
            {
                var expected = 0.0;
                for (var k = 0; k < K; k++)
                    expected += (double)x[transposeA ? (k * M) + i : (i * K) + k] * x[transposeB ? (j * K) + k : (k * N) + j];
                Assert.Equal(expected, matrices.Result[(i * N) + j], 1e-4);
            }
        }
    }

    [Fact]
    public void A_missing_library_is_said_and_is_no_error()
    {
        Assert.Null(OpenBlas.TryLoad("no-such-library.so", out var found));
        Assert.Contains("not found", found, StringComparison.Ordinal);
    }
}
