using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>
/// All kernels other than matrix products at the sizes of one training step, in microseconds per call. The share of a
/// step is this time, times the number of calls, against all kernels of a step.
/// </summary>
internal static class KernelBenchmark
{
    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, Timing timing)
    {
        var (rows, width, hidden) = (model.Rows, model.Width, model.Rows * 4 * model.Width);
        var (layers, norms) = (model.Layers, (2 * model.Layers) + 1);
        using var x = Filled(device, hidden, 1f);
        using var y = Filled(device, hidden, 1f);
        using var z = device.Floats(hidden);
        using var probabilities = device.Floats(model.Batch * model.Heads * model.Time * model.Time);
        using var statistics = device.Floats(2 * rows);
        using var table = Filled(device, Math.Max(model.Vocabulary, model.Time) * width, 1f);
        using var gain = Filled(device, width, 1f);
        using var tokens = device.Ints(rows);
        tokens.Write([.. Enumerable.Range(0, rows).Select(r => r * 31 % model.Vocabulary)]);
        var parameters = layers * 12 * width * width;
        using var p = device.Floats(parameters);
        using var g = device.Floats(parameters);
        using var m = device.Floats(parameters);
        using var v = device.Floats(parameters);
        var (mean, rstd) = (statistics.Slice(0, rows), statistics.Slice(rows, rows));
        var tokenTable = table.Slice(0, model.Vocabulary * width);
        var step = new AdamWStep(1e-3f, 0.9f, 0.1f, 0.99f, 0.01f, 1f, 1f, 1e-8f, 0.1f, 1f);

        return
        [
            Measure("embedding, forward", 1, () => device.EmbeddingForward(
                rows, model.Time, width, tokens, tokenTable, table.All, z.All)),
            Measure("embedding, backward", 1, () => device.EmbeddingBackward(
                rows, model.Time, width, tokens, x.All, tokenTable, z.Slice(0, model.Time * width))),
            Measure("layer norm, forward", norms, () => device.LayerNormForward(
                rows, width, x.All, gain.All, z.All, mean, rstd)),
            Measure("layer norm, backward", norms, () => device.LayerNormBackward(
                rows, width, x.All, y.All, gain.All, mean, rstd, z.All, p.Slice(0, width))),
            Measure("attention, forward", layers, () => device.AttentionForward(
                model.Batch, model.Time, model.Heads, model.HeadSize, x.All, probabilities.All, z.All)),
            Measure("attention, backward", layers, () => device.AttentionBackward(
                model.Batch, model.Time, model.Heads, model.HeadSize, y.All, x.All, probabilities.All, z.All)),
            Measure("GELU, forward", layers, () => device.GeluForward(x.All, z.All)),
            Measure("GELU, backward", layers, () => device.GeluBackward(x.All, y.All, z.All)),
            Measure("residual add", 2 * layers, () => device.Add(
                x.Slice(0, rows * width), y.Slice(0, rows * width), z.Slice(0, rows * width))),
            Measure("cross-entropy", 1, () => device.CrossEntropy(
                rows, model.Vocabulary, x.All, tokens, 0.1f, mean, z.All)),
            Measure("sum of squares", 1, () => device.SumOfSquares(g.All)),
            Measure("AdamW", 1, () => device.AdamW(p.All, g.All, m.All, v.All, step)),
        ];

        Measurement Measure(string name, int calls, Action action) => new(
            "kernels", model.Name, $"{name}, {calls} x", device.Name, device.Threads,
            timing.Best(action) * calls * 1e6, "us per step");
    }

    private static FloatBuffer Filled(Device device, int length, float scale)
    {
        var buffer = device.Floats(length);
        var values = new float[length];
        for (var i = 0; i < length; i++)
            values[i] = scale * ((i * 7919 % 2003) - 1001) / 512f;
        buffer.Write(values);
        return buffer;
    }
}
