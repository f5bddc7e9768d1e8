using System.Diagnostics;
using Research.Numerics.Devices;

namespace Research.Benchmarks.Gpu;

/// <summary>Products of large square matrices, in the three forms of a training step, against the card's float32 peak.</summary>
internal static class GpuProduct
{
    private const int Repeats = 5;

    public static IEnumerable<Measurement> Run(Device gpu, BenchmarkOptions options)
    {
        var size = options.Rehearsal ? 96 : 4096;
        var inARow = options.Rehearsal ? 1 : 10;
        using var a = Filled(gpu, size * size);
        using var b = Filled(gpu, size * size);
        using var c = gpu.Floats(size * size);
        foreach (var (transposeA, transposeB) in new[] { (false, true), (false, false), (true, false) })
        {
            var best = double.PositiveInfinity;
            for (var repeat = 0; repeat <= Repeats; repeat++)
            {
                gpu.Synchronize();
                var start = Stopwatch.GetTimestamp();
                for (var i = 0; i < inARow; i++)
                    gpu.MatMul(transposeA, transposeB, size, size, size, a.All, b.All, c.All);
                gpu.Synchronize();
                if (repeat > 0)
                    best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds / inARow);
            }

            var speed = 2.0 * size * size * size / best / 1e9;
            yield return new(
                "gpuproduct", "square", $"{(transposeA ? 'T' : 'N')}{(transposeB ? 'T' : 'N')} {size} x {size} x {size}", gpu.Name, 1, speed, "GFLOP/s",
                speed / GpuDoor.PeakOf(gpu));
        }
    }

    private static FloatBuffer Filled(Device gpu, int length)
    {
        var buffer = gpu.Floats(length);
        buffer.Write(ProductBenchmark.TestNumbers(length));
        return buffer;
    }
}
