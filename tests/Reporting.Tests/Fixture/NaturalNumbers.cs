using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up numbers of a user's labelled text.</summary>
public static class NaturalNumbers
{
    private const int Texts = 2000;

    public static IReadOnlyList<Number> All { get; } =
    [
        Count("labels", 4, "of labels"), Count("training-texts", 9_600, "of rows"), Count("dropped-missing", 12, "of rows"), Count("dropped-rare", 31, "of rows"),
        Count("repeated", 205, "of rows"), Count("contradicted", 3, "of rows"), Count("order", 4, ""),
        .. Enumerable.Range(0, 9).SelectMany(Of),
        Share("overconfidence", 0.02), Share("peaked-accuracy", 0.981), Count("trend", -1, "tau"), Count("trend-p", 0.0000028, "p-value"),
    ];

    private static IEnumerable<Number> Of(int doublings)
    {
        var rest = Math.Exp(-doublings / 3.0);
        var length = $"{1 << doublings:000}";
        yield return Share($"epsilon.{length}", 0.6 * rest);
        yield return Share($"entropy.{length}", 1.1 * rest);
        yield return Share($"peaked.{length}", 0.9 * (1 - rest));
        yield return Share($"confidence.{length}", 1 - (0.5 * rest));
        yield return Share($"accuracy.{length}", 0.98 - (0.5 * rest));
    }

    private static Number Count(string name, double value, string unit) => new($"latent.natural.{name}", value, unit, null, null, Texts);

    private static Number Share(string name, double value) => new($"latent.natural.{name}", value, "", value - 0.01, value + 0.01, Texts);
}
