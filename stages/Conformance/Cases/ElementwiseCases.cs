using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>Kernels that work element by element, and the sum of squares.</summary>
internal static class ElementwiseCases
{
    private static readonly int[] Lengths = [1, 2, 15, 16, 17, 31, 33, 255, 4095, 4096, 4097, 10_007];

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
        [.. Each(Add), .. Each(Clear), .. Each(AdamW), .. Each(SumOfSquares)];

    private static IEnumerable<ConformanceCase> Each(Func<int, Numbers, ConformanceCase> make) =>
        from length in Lengths
        from kind in Enum.GetValues<Numbers>()
        select make(length, kind);

    private static string Name(int length, Numbers kind) => $"{length} elements, {kind}";

    private static ConformanceCase Add(int length, Numbers kind) => new("Add", Name(length, kind), memory =>
    {
        var numbers = new CaseNumbers($"add {length} {kind}");
        var (a, b, y) = (memory.Input(numbers.Floats(length, kind)), memory.Input(numbers.Floats(length, kind)), memory.Output(length));
        memory.Device.Add(a, b, y);
        return [CaseMemory.Read("y", y)];
    });

    private static ConformanceCase Clear(int length, Numbers kind) => new("Clear", Name(length, kind), memory =>
    {
        var y = memory.Input(new CaseNumbers($"clear {length} {kind}").Floats(length, kind));
        memory.Device.Clear(y);
        return [CaseMemory.Read("y", y)];
    });

    private static ConformanceCase AdamW(int length, Numbers kind) => new("AdamW", Name(length, kind), memory =>
    {
        var numbers = new CaseNumbers($"adamw {length} {kind}");
        var (p, g) = (memory.Input(numbers.Floats(length)), memory.Input(numbers.Floats(length, kind)));
        var m = memory.Input(numbers.Floats(length));
        var v = memory.Input(Array.ConvertAll(numbers.Floats(length), MathF.Abs));
        memory.Device.AdamW(p, g, m, v, new AdamWStep(1e-3f, 0.9f, 0.1f, 0.95f, 0.05f, 10f, 20f, 1e-8f, 0.1f, 0.5f));
        return [CaseMemory.Read("p", p), CaseMemory.Read("m", m), CaseMemory.Read("v", v)];
    });

    private static ConformanceCase SumOfSquares(int length, Numbers kind) => new("SumOfSquares", Name(length, kind), memory =>
    {
        var x = memory.Input(new CaseNumbers($"squares {length} {kind}").Floats(length, kind));
        return [CaseOutput.Of("sum", [memory.Device.SumOfSquares(x)])];
    });
}
