using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up numbers, all that the claims and the templates ask for.</summary>
public static class FixtureNumbers
{
    public static IReadOnlyList<Number> All { get; } = [.. FixtureLanguage.All.SelectMany(Of), .. TuningFixture.Numbers, .. FixtureOverlaps.Numbers, .. FixtureScale.Numbers, .. GincNumbers.All, .. NaturalNumbers.All, .. FixtureChains.Numbers(), .. FixtureSkills.Numbers, .. FixturePlateaus.Numbers, .. FixtureMirage.Numbers, .. FixtureVision.Numbers];

    private static IEnumerable<Number> Of(FixtureLanguage language)
    {
        var (e, ambiguous) = (language.Noise, language.IsAmbiguous);
        var optimum = 0.971 + (60 * e) - (600 * e * e);
        yield return N("latent.density.frequencies", 2.9439, "nats/token", 0.0004, 600);
        yield return N("latent.density.optimum", optimum, "nats/token", 0.0011, 600);
        yield return N("latent.density.loss", optimum + 0.0124, "nats/token", 0.0021, 3);
        yield return N("latent.density.excess", 0.0124, "nats/token", 0.0021, 3);
        yield return N("latent.density.closed", 1 - (0.0124 / (2.9439 - optimum)), "share", 0.0031 + (e / 4), 3);
        yield return N("latent.density.deviation", 0.0187, "nats/token", 0.0024, 3);
        yield return N("latent.density.trend", -0.93, "tau", null, 8);
        yield return N("latent.density.trend-p", 0.00019, "p-value", null, 8);

        yield return N("latent.sparsity.peaked", ambiguous ? 0.93 - (5 * e) : 1, "share", ambiguous ? 0.0036 : 0, 20_000);
        yield return N("latent.sparsity.peak", ambiguous ? 0.97 - (2 * e) : 1, "share", ambiguous ? 0.0014 : 0, 20_000);
        yield return N("latent.sparsity.entropy", ambiguous ? 2.2 * e : 0, "nats", ambiguous ? 0.003 : 0, 20_000);

        yield return N("latent.understanding.oracle.violations", 0, "of prompts", null, 6000);
        yield return N("latent.understanding.oracle.violations-bare", ambiguous ? 2210 : 6000, "of prompts", null, 6000);
        yield return N("latent.understanding.model.within", 0.984 - (0.9 * e), "share", 0.011, 3);
        yield return N("latent.understanding.model.gap", 0.031 + (2 * e), "", 0.0031, 3);
        yield return N("latent.understanding.epsilon", ambiguous ? 5.5 * e : 0, "", ambiguous ? 0.004 : 0, 6000);
        yield return N("latent.understanding.model.kl", 0.071 + e, "nats", 0.0042, 3);
        yield return N("latent.understanding.oracle.kl", 0.059 + e, "nats", 0.0003, 6000);
        yield return N("latent.understanding.model.kl-newline", 0.012 + (ambiguous ? e : 0), "nats", 0.0028, 3);
        yield return N("latent.understanding.oracle.kl-newline", ambiguous ? e : 0, "nats", ambiguous ? 0.0006 : 0, 6000);

        if (ambiguous) yield return N("latent.icl.oracle.slope", -2.6 + (25 * e), "per example", 0.08, 1000);
        if (ambiguous) yield return N("latent.icl.oracle.later-slope", -2.5 + (25 * e), "per example", 0.09, 1000);
        yield return N("latent.icl.model.slope", ambiguous ? -0.81 + (5 * e) : -0.11 - (8 * e), "per example", 0.093, 3);
        yield return N("latent.icl.model.kl-first", 0.02 + (11 * e), "nats", 0.004, 3);
        yield return N("latent.icl.model.kl-last", 0.015 + (0.2 * e), "nats", 0.0021, 3);
        yield return N("latent.icl.oracle.kl-first", ambiguous ? 0.4 : 0, "nats", ambiguous ? 0.01 : 0, 1000);
        yield return N("latent.icl.oracle.kl-last", ambiguous ? 0.4 * e * e : 0, "nats", ambiguous ? e * e / 20 : 0, 1000);

        yield return N("latent.product-bound.epsilon", ambiguous ? 3.1 * e : 0, "", ambiguous ? 0.0012 : 0, 100_000);
        yield return N("latent.product-bound.violations", ambiguous ? 212_345 : 0, "of tuples", null, 1_200_000);
        yield return N("latent.product-bound.odds-violations", 0, "of tuples", null, 1_200_000);

        Number N(string id, double value, string unit, double? halfWidth, int n)
            => new($"{id}.{language.Name}", value, unit, value - halfWidth, value + halfWidth, n);
    }
}
