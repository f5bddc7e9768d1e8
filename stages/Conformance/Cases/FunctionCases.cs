using Research.Numerics;
using Research.Numerics.Reference;

namespace Research.Conformance.Cases;

/// <summary>
/// What runs on the host, whatever the device: the elementary functions in double and single precision, and the arithmetic that
/// they rest on, fused multiply-add in hardware and emulated.
/// </summary>
internal static class FunctionCases
{
    private const int Samples = 5000;

    /// <summary>The cases.</summary>
    public static IEnumerable<ConformanceCase> All =>
    [
        Double(nameof(Elementary.Exp), (u, _) => Elementary.Exp((1400 * u) - 700)),
        Double(nameof(Elementary.Expm1), (u, scale) => Elementary.Expm1((u - 0.5) * scale)),
        Double(nameof(Elementary.Log), (u, scale) => Elementary.Log(u * scale)),
        Double(nameof(Elementary.Log1p), (u, scale) => Elementary.Log1p((u * scale) - (0.5 * u))),
        Double(nameof(Elementary.Pow), (u, scale) => Elementary.Pow(scale * 1.1, (20 * u) - 10)),
        Double(nameof(Elementary.Sin), (u, scale) => Elementary.Sin(u * scale)),
        Double(nameof(Elementary.Cos), (u, scale) => Elementary.Cos(u * scale)),
        Double(nameof(Elementary.LogGamma), (u, scale) => Elementary.LogGamma(u * scale)),
        Double(nameof(Elementary.InverseNormal), (u, scale) => Elementary.InverseNormal(scale < 1 ? u * scale : u)),
        Single("Exp", FloatFunctions.Exp),
        Single("Log", x => x > 0f && float.IsFinite(x) ? FloatFunctions.Log(x) : 0f),
        Single("square root and division", x => float.IsFinite(x) ? MathF.Sqrt(MathF.Abs(x)) / (1f + (MathF.Abs(x) * 0.3f)) : 0f),
        .. Enum.GetValues<Numbers>().Select(kind => MultiplyAdd(kind, "hardware or emulated", ExactFma.Compute)),
        .. Enum.GetValues<Numbers>().Select(kind => MultiplyAdd(kind, "emulated", ExactFma.Emulate)),
    ];

    // Arguments of every magnitude from 2^-30 to 2^30.
    private static ConformanceCase Double(string name, Func<double, double, double> function) => new("Elementary", name, _ =>
    {
        var draws = new PhiloxStream(new Philox(1, $"elementary {name}"));
        var y = new double[Samples];
        for (var i = 0; i < Samples; i++) y[i] = function(draws.UniformDouble(), Math.ScaleB(1, draws.Below(60) - 30));
        return [CaseOutput.Of("y", y)];
    }) { OnHost = true };

    // The arguments of the published answers.
    private static ConformanceCase Single(string name, Func<float, float> function) =>
        new("FloatFunctions", $"{name} of 65536 bit patterns", _ =>
            [CaseOutput.Of("y", Array.ConvertAll(PublishedNumbers.AnyBits(65536, 5), x => function(x)))]) { OnHost = true };

    // One sum in three cancels almost wholly, one lies close to a tie. Both ways of computing get the same numbers.
    private static ConformanceCase MultiplyAdd(Numbers kind, string way, Func<float, float, float, float> function) =>
        new("FusedMultiplyAdd", $"{kind}, {way}", _ =>
        {
            var numbers = new CaseNumbers($"fused multiply-add {kind}");
            var (a, b, c) = (numbers.Floats(Samples, kind), numbers.Floats(Samples, kind), numbers.Floats(Samples));
            var y = new float[Samples];
            for (var i = 0; i < Samples; i++)
                y[i] = function(a[i], b[i], (i % 3) switch { 0 => -(a[i] * b[i]), 1 => a[i] * b[i] * (c[i] < 0f ? 64f : 16777216f) * 0.01f, _ => c[i] });
            return [CaseOutput.Of("y", y)];
        }) { OnHost = true };
}
