using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>A made-up grid of models.</summary>
public static class FixtureScale
{
    private const int Models = 36;

    private static readonly int[] Steps = [0, 50, 200, 600];

    public static IEnumerable<Number> Numbers { get; } =
    [
        Plain("models", Models, "models"),
        Plain("ability.correlation", -0.91, ""), Plain("ability.correlation-p", 1e-6, "p-value"),
        Plain("gain.correlation", -0.72, ""), Plain("gain.correlation-p", 1e-4, "p-value"),
        Plain("breaks", 2, "break points"), Plain("breaks.share.2", 0.97, "share"),
        Interval("break.1", 0.25, 0.01, "nats/symbol"), Interval("break.2", 0.02, 0.004, "nats/symbol"),
        Interval("slope.1", 0.02, 0.02, "per e-fold"), Interval("slope.2", 0.35, 0.03, "per e-fold"), Interval("slope.3", 0.01, 0.02, "per e-fold"),
        Interval("turn.1", 0.33, 0.04, "per e-fold"), Interval("turn.2", -0.34, 0.04, "per e-fold"),
        .. new[] { (0.4, 0.0), (0.25, 0.01), (0.02, 0.93), (0.005, 0.95) }.SelectMany((corner, k) => new[]
        {
            Plain(string.Create(CultureInfo.InvariantCulture, $"corner.gap.{k}"), corner.Item1, "nats/symbol"),
            Plain(string.Create(CultureInfo.InvariantCulture, $"corner.ability.{k}"), corner.Item2, ""),
        }),
    ];

    public static IEnumerable<ScaleRow> Rows() =>
        from language in FixtureLanguage.All
        where language.IsAmbiguous
        from width in new[] { 8, 16, 64 }
        from messages in new[] { 1000, 100_000 }
        from seed in Enumerable.Range(1, 3)
        from step in Steps
        let gap = 0.4 / (1 + (width * step * Math.Log10(messages) / 40_000.0)) * (1 + (0.02 * seed))
        let ability = Math.Clamp(0.35 * Math.Log(0.25 / gap), 0, 0.95)
        select new ScaleRow(
            language.Name, language.Reading, language.Noise, 2, width, messages, seed, step, step * 1536L, gap,
            0.35 - (0.2 * ability), 0.35 - (0.3 * ability), 0.08, 0.04, 0.35, ability, 0.1 * ability);

    private static Number Plain(string id, double value, string unit) => new($"latent.scale.{id}", value, unit, null, null, Models);

    private static Number Interval(string id, double value, double half, string unit) =>
        new($"latent.scale.{id}", value, unit, value - half, value + half, Models);
}
