using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>
/// The matrix products of a training step, forward (NT), input gradients (NN) and weight gradients (TN).
/// </summary>
internal static class MatMulBenchmark
{
    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, double peakOfOneCore)
    {
        var largest = model.Rows * 4 * model.Width;
        using var a = Filled(device, largest);
        using var b = Filled(device, largest);
        using var c = Filled(device, largest);
        foreach (var (outputs, inputs) in new[]
        {
            (3 * model.Width, model.Width), (model.Width, model.Width), (4 * model.Width, model.Width),
            (model.Width, 4 * model.Width), (model.Vocabulary, model.Width),
        })
        {
            yield return Measure(false, true, model.Rows, outputs, inputs);
            yield return Measure(false, false, model.Rows, inputs, outputs);
            yield return Measure(true, false, outputs, inputs, model.Rows);
        }

        Measurement Measure(bool transposeA, bool transposeB, int m, int n, int k)
        {
            var seconds = Timing.Best(() => device.MatMul(transposeA, transposeB, m, n, k, a.All, b.All, c.All));
            var speed = 2.0 * m * n * k / seconds / 1e9;
            var name = $"{(transposeA ? 'T' : 'N')}{(transposeB ? 'T' : 'N')} {m} x {n} x {k}";
            return new Measurement(
                "matrix products", model.Name, name, device.Name, device.Threads, speed, "GFLOP/s",
                speed / (peakOfOneCore * device.Threads));
        }
    }

    private static FloatBuffer Filled(Device device, int length)
    {
        var buffer = device.Floats(length);
        var values = new float[length];
        for (var i = 0; i < length; i++)
            values[i] = ((i * 7919 % 2003) - 1001) / 1024f;
        buffer.Write(values);
        return buffer;
    }
}
