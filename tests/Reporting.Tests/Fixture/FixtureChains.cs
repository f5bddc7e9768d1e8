using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of the chain languages.</summary>
public static class FixtureChains
{
    private static readonly (string Topology, double Coverage)[] Languages =
        [("line", 0), ("line", 0.1), ("line", 0.5), ("line", 1), ("tree", 1), ("graph", 1)];

    private static readonly (string Name, double Kl)[] Estimators =
    [
        ("direct", 1.5), ("scaffolded", 0.02), ("free", 0.3), ("wrong_steps", 1.1), ("irrelevant_steps", 1.2), ("adjacent_steps", 0),
        ("marginal", 1),
    ];

    /// <summary>Numbers of both claims.</summary>
    public static IEnumerable<Number> Numbers()
    {
        foreach (var (topology, coverage) in Languages)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{topology}-c{coverage}");
            yield return N($"latent.cot.neighbors.{name}", 0.012, 0.002, 3);
            foreach (var (estimator, kl) in Estimators) yield return N($"latent.cot.kl.{estimator.Replace('_', '-')}.{name}", kl, 0.1, 3);
            foreach (var (estimator, kl) in Estimators[..3]) yield return N($"latent.cot.control.{estimator}.{name}", kl / 3, 0.1, 3);
            yield return N($"latent.cot.reached.{name}", 0.72, 0.03, 3, "share");
            if (topology == "line") yield return N($"latent.cot-coverage.accuracy.{name}", 0.2 + (0.5 * coverage), 0.1, 3, "share");
            if (coverage < 0.5) continue;
            foreach (var way in new[] { "scaffolded", "free" })
            {
                yield return N($"latent.cot.gain.{way}.{name}", 1.3, 0.2, 3);
                yield return N($"latent.cot.trend.{way}.{name}", -0.1, 0.08, 3, "nats per step");
            }
        }

        foreach (var topology in new[] { "line", "tree", "graph" })
        {
            foreach (var end in new[] { "few", "many" })
            {
                yield return N($"latent.cot.information.start-{end}.{topology}", 0.7, null, 2);
                yield return N($"latent.cot.information.steps-{end}.{topology}", 0.4, null, 2);
                yield return N($"latent.cot.information.lower-{end}.{topology}", 0.08, null, 2, "share");
            }

            yield return N($"latent.cot.information.own-steps.{topology}", 4e-16, null, 16, "");
        }

        yield return N("latent.cot-coverage.trend.line", 0.83, null, 12, "rho");
        yield return N("latent.cot-coverage.trend-p.line", 0.0004, null, 12, "p-value");
    }

    /// <summary>Rows of the experiment.</summary>
    public static IEnumerable<ChainOfThoughtRow> Estimates() =>
        from language in Languages
        from seed in new[] { 1, 2, 3 }
        from heldOut in new[] { false, true }
        from steps in new[] { 2, 3, 4, 5 }
        from value in Enumerable.Range(0, 5)
        from estimator in Estimators
        select new ChainOfThoughtRow(
            $"{language.Topology} c={language.Coverage}", language.Topology, language.Coverage, "model", seed, "a", value, "f", steps, heldOut,
            estimator.Name, (estimator.Kl * (heldOut ? 1 : 0.4)) + (0.01 * seed), value < 1 + (3 * language.Coverage),
            estimator.Name == "free" ? 0.7 : null);

    /// <summary>Rows of the exact information.</summary>
    public static IEnumerable<StepInformationRow> Information() =>
        from topology in new[] { "line", "tree", "graph" }
        from steps in new[] { 2, 3, 4, 5 }
        from heldOut in new[] { false, true }
        select new StepInformationRow(
            topology, "a", "f", steps, heldOut, 1.1 / steps, 0.2 * steps, 0.02 * steps, "a1 b0 c3", 0.004, 0.02, 0.71, 3e-16);

    private static Number N(string id, double value, double? halfWidth, int n, string unit = "nats") =>
        new(id, value, unit, value - halfWidth, value + halfWidth, n);
}
