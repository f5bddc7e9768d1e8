namespace Research.Conformance.Cases;

/// <summary>Kernels that work row by row, around 32 lanes and chunks of 256 rows.</summary>
internal static class RowCases
{
    private static readonly (int Rows, int Width)[] Shapes =
    [
        (1, 1), (2, 2), (3, 3), (5, 7), (3, 31), (70, 32), (2, 33), (257, 19), (3, 64), (513, 24), (33, 95), (2, 128), (1, 255), (256, 20), (2, 257), (7, 1000),
    ];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
        [.. Each(LayerNormForward), .. Each(LayerNormBackward), .. Each(CrossEntropy), .. Each(LogSoftmax)];

    private static IEnumerable<ConformanceCase> Each(Func<int, int, Numbers, ConformanceCase> make) =>
        from shape in Shapes
        from kind in Enum.GetValues<Numbers>()
        select make(shape.Rows, shape.Width, kind);

    private static string Name(int rows, int width, Numbers kind) => $"{rows} x {width}, {kind}";

    private static ConformanceCase LayerNormForward(int rows, int width, Numbers kind) => new("LayerNormForward", Name(rows, width, kind), memory =>
    {
        var numbers = new CaseNumbers($"layer norm {rows} {width} {kind}");
        var (x, gain) = (memory.Input(numbers.Floats(rows * width, kind)), memory.Input(numbers.Floats(width)));
        var (y, mean, rstd) = (memory.Output(rows * width), memory.Output(rows), memory.Output(rows));
        memory.Device.LayerNormForward(rows, width, x, gain, y, mean, rstd);
        return [CaseMemory.Read("y", y), CaseMemory.Read("mean", mean), CaseMemory.Read("rstd", rstd)];
    });

    private static ConformanceCase LayerNormBackward(int rows, int width, Numbers kind) => new("LayerNormBackward", Name(rows, width, kind), memory =>
    {
        var numbers = new CaseNumbers($"layer norm gradient {rows} {width} {kind}");
        var (x, gain) = (memory.Input(numbers.Floats(rows * width, kind)), memory.Input(numbers.Floats(width)));
        var dy = memory.Input(numbers.Floats(rows * width, Numbers.Zeros));
        var (mean, rstd) = (memory.Input(numbers.Floats(rows)), memory.Input(numbers.Floats(rows)));
        var (dx, dgain) = (memory.Input(numbers.Floats(rows * width)), memory.Output(width));
        memory.Device.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain);
        var (firstOfX, firstOfGain) = (CaseMemory.Read("dx", dx), CaseMemory.Read("dgain", dgain));
        memory.Device.LayerNormBackward(rows, width, dy, x, gain, mean, rstd, dx, dgain, accumulate: true);
        return [firstOfX, firstOfGain, CaseMemory.Read("dx, going on", dx), CaseMemory.Read("dgain, going on", dgain)];
    });

    private static ConformanceCase CrossEntropy(int rows, int width, Numbers kind) => new("CrossEntropy", Name(rows, width, kind), memory =>
    {
        var numbers = new CaseNumbers($"cross-entropy {rows} {width} {kind}");
        var (logits, targets) = (memory.Input(numbers.Floats(rows * width, kind)), memory.Input(numbers.Integers(rows, -1, width)));
        var (losses, dlogits) = (memory.Output(rows), memory.Output(rows * width));
        memory.Device.CrossEntropy(rows, width, logits, targets, 0.37f, losses, dlogits);
        return [CaseMemory.Read("losses", losses), CaseMemory.Read("dlogits", dlogits)];
    });

    private static ConformanceCase LogSoftmax(int rows, int width, Numbers kind) => new("LogSoftmax", Name(rows, width, kind), memory =>
    {
        var logits = memory.Input(new CaseNumbers($"log-softmax {rows} {width} {kind}").Floats(rows * width, kind));
        var y = memory.Output(rows * width);
        memory.Device.LogSoftmax(rows, width, logits, y);
        return [CaseMemory.Read("y", y)];
    });
}
