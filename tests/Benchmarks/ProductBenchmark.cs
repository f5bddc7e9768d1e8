using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>
/// The matrix products of a training step, forward (NT), input gradients (NN) and weight gradients (TN); where OpenBLAS is
/// found, its products of the same shapes in turns with ours.
/// </summary>
internal static class ProductBenchmark
{
    public static IEnumerable<Measurement> Run(
        ModelShape model, CpuDevice device, double peakOfOneCore, OpenBlas? peer, Timing timing)
    {
        var largest = model.Rows * 4 * model.Width;
        using var a = Filled(device, largest);
        using var b = Filled(device, largest);
        using var c = Filled(device, largest);
        using var theirs = peer?.Prepare(largest, device.Threads);
        foreach (var (outputs, inputs) in new[]
        {
            (3 * model.Width, model.Width), (model.Width, model.Width), (4 * model.Width, model.Width),
            (model.Width, 4 * model.Width), (model.Vocabulary, model.Width),
        })
        {
            foreach (var measurement in Measure(false, true, model.Rows, outputs, inputs)
                .Concat(Measure(false, false, model.Rows, inputs, outputs))
                .Concat(Measure(true, false, outputs, inputs, model.Rows)))
                yield return measurement;
        }

        IEnumerable<Measurement> Measure(bool transposeA, bool transposeB, int m, int n, int k)
        {
            void Ours() => device.MatMul(transposeA, transposeB, m, n, k, a.All, b.All, c.All);
            var name = $"{(transposeA ? 'T' : 'N')}{(transposeB ? 'T' : 'N')} {m} x {n} x {k}";
            if (theirs is null || peer is null)
                return [Product(device.Name, timing.Best(Ours))];

            var (our, their) = timing.BestOfBoth(Ours, () => theirs.Multiply(transposeA, transposeB, m, n, k));
            return [Product(device.Name, our) with { Peer = "OpenBLAS", Ratio = their / our }, Product(peer.Name, their)];

            Measurement Product(string where, double seconds) => new(
                "products", model.Name, name, where, device.Threads, 2.0 * m * n * k / seconds / 1e9, "GFLOP/s",
                2.0 * m * n * k / seconds / 1e9 / (peakOfOneCore * device.Threads));
        }
    }

    private static FloatBuffer Filled(Device device, int length)
    {
        var buffer = device.Floats(length);
        buffer.Write(TestNumbers(length));
        return buffer;
    }

    /// <summary>The factors: no zeros, no denormals.</summary>
    public static float[] TestNumbers(int length)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
            values[i] = ((i * 7919L % 2003) - 1000.5f) / 1024f;
        return values;
    }
}
