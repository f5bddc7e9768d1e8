using Research.Numerics.Devices;

namespace Research.Benchmarks;

/// <summary>One block of a transformer forward and back, without the copies between: large and small kernels as they follow one another.</summary>
internal sealed class KernelMix : IDisposable
{
    private readonly Device device;
    private readonly ModelShape model;
    private readonly FloatBuffer wide;
    private readonly FloatBuffer other;
    private readonly FloatBuffer result;
    private readonly FloatBuffer weights;
    private readonly FloatBuffer probabilities;
    private readonly FloatBuffer statistics;

    public KernelMix(Device device, ModelShape model)
    {
        (this.device, this.model) = (device, model);
        var hidden = model.Rows * 4 * model.Width;
        (wide, other, result) = (device.Floats(hidden), device.Floats(hidden), device.Floats(hidden));
        weights = device.Floats(4 * model.Width * model.Width);
        probabilities = device.Floats(model.Batch * model.Heads * model.Time * model.Time);
        statistics = device.Floats(2 * model.Rows);
        wide.Write(ProductBenchmark.TestNumbers(hidden));
        other.Write(ProductBenchmark.TestNumbers(hidden));
        weights.Write(ProductBenchmark.TestNumbers(weights.Length));
    }

    public void Run()
    {
        var (rows, width) = (model.Rows, model.Width);
        var (mean, rstd) = (statistics.Slice(0, rows), statistics.Slice(rows, rows));
        var gain = weights.Slice(0, width);
        device.LayerNormForward(rows, width, wide.All, gain, result.All, mean, rstd);
        device.MatMul(false, true, rows, 3 * width, width, other.All, weights.All, result.All);
        device.AttentionForward(model.Batch, model.Time, model.Heads, model.HeadSize, wide.All, probabilities.All, result.All);
        device.Add(wide.Slice(0, rows * width), other.Slice(0, rows * width), result.Slice(0, rows * width));
        device.MatMul(false, true, rows, 4 * width, width, other.All, weights.All, result.All);
        device.GeluForward(wide.All, result.All);
        device.GeluBackward(wide.All, other.All, result.All);
        device.MatMul(false, false, rows, width, 4 * width, wide.All, weights.All, result.All);
        device.MatMul(true, false, 4 * width, width, rows, wide.All, other.All, result.All);
        device.AttentionBackward(model.Batch, model.Time, model.Heads, model.HeadSize, other.All, wide.All, probabilities.All, result.All);
        device.LayerNormBackward(rows, width, wide.All, other.All, gain, mean, rstd, result.All, weights.Slice(width, width));
    }

    public void Dispose()
    {
        foreach (var buffer in (FloatBuffer[])[wide, other, result, weights, probabilities, statistics])
            buffer.Dispose();
    }
}
