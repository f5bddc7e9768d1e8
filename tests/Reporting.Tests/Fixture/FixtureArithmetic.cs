using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements of a family of models that learns arithmetic.</summary>
public static class FixtureArithmetic
{
    private const int Seeds = 3;

    private static readonly int[] Widths = [8, 12, 16, 24, 32, 40, 48, 64];
    private static readonly (string Task, int Longest)[] Tasks = [("addition", 5), ("multiplication", 4)];
    private static readonly string[] Links = ["log_probability", "probability", "choice_probability", "brier", "accuracy", "exact_match"];

    public static IEnumerable<Number> Numbers()
    {
        yield return Plain("arithmetic.sizes", Widths.Length, "sizes", Widths.Length);
        yield return Plain("arithmetic.abilities", 5, "of abilities", 9);
        foreach (var (metric, step) in new[] { ("exact-match", 0.8), ("edit-distance", 0.5), ("log-likelihood", 0.4), ("brier", 0.55), ("grade", 0.7) })
        {
            yield return Interval($"arithmetic.step.{metric}", step, 0.1, "share");
            yield return Interval($"arithmetic.jumps.{metric}", step, 0.2, "share");
            if (metric == "exact-match") continue;
            yield return Interval($"arithmetic.excess.{metric}", 0.8 - step, 0.05, "share");
            yield return Interval($"arithmetic.higher.{metric}", 0.9, 0.1, "share");
            yield return Plain($"arithmetic.infinite.{metric}", 2, "of cases", 15);
        }

        foreach (var width in Widths)
        {
            foreach (var task in new[] { "addition", "multiplication" })
            {
                var of = string.Create(CultureInfo.InvariantCulture, $"{task}.w{width}");
                yield return Interval($"length.slope.{of}", -1.8, 0.1, "per token");
                yield return Interval($"length.single.{of}", -1.6, 0.3, "");
                yield return Interval($"length.expected.{of}", -1.2, 0.1, "per token");
                yield return Interval($"length.excess.{of}", -0.2, 0.3, "per token");
                yield return Interval($"length.straight.{of}", 0.98, 0.01, "R²");
                yield return Interval($"length.edit-slope.{of}", 0.7, 0.1, "tokens per token");
                yield return Interval($"length.edit-straight.{of}", 0.96, 0.02, "R²");
            }
        }

        foreach (var (id, value) in new[] { ("unseen", 0.4), ("revealed", 0.8), ("above-chance", 0.9), ("within-95", 0.95), ("within-50", 0.6), ("covered", 0.96) })
            yield return Interval($"resolution.{id}", value, 0.02, "share");
        yield return Interval("resolution.bias", 1.12, 0.03, "of the truth");
        yield return Interval("resolution.unbiased", 1.005, 0.01, "of the truth");
        foreach (var (task, longest) in Tasks)
        {
            for (var length = 1; length <= longest; length++)
            {
                var of = string.Create(CultureInfo.InvariantCulture, $"{task.ToLowerInvariant()}.{length}");
                yield return Interval($"resolution.slope.{of}", -1.1, 0.3, "");
                yield return Interval($"resolution.curvature.{of}", -0.4, 0.1 * length, "");
                foreach (var metric in new[] { "exact-match", "brier" })
                {
                    yield return Plain($"loss.error.hinge.{metric}.{of}", 0.06, "", 168);
                    yield return Plain($"loss.error.smooth.{metric}.{of}", 0.05, "", 168);
                    yield return Interval($"loss.eta.{metric}.{of}", 1.5, 0.03, "nats/token");
                }
            }
        }

        foreach (var number in Scores()) yield return number;
        yield return Plain("loss.fits", 18, "fits", 18);
        foreach (var kind in new[] { "pearson", "spearman", "kendall" })
        {
            var before = 0.8;
            foreach (var link in new[] { "log-probability", "probability", "choices", "brier", "accuracy", "exact-match" })
            {
                yield return Interval($"chain.{kind}.{link}", before, 0.05, "");
                if (link != "log-probability") yield return Interval($"chain.lost.{kind}.{link}", 0.1, 0.02, "");
                before -= 0.1;
            }
        }
    }

    public static IEnumerable<ArithmeticRow> Outputs() =>
        from width in Widths
        from seed in Enumerable.Range(1, Seeds)
        from step in new[] { 500, 1500, 3000 }
        from task in Tasks
        from length in Enumerable.Range(1, task.Longest)
        from item in Enumerable.Range(0, 4)
        let loss = 1.2 + (4000.0 / (width * (step + 1000)))
        let p = Math.Exp(-length * Math.Pow(loss - 1.15, 2) * (task.Task == "addition" ? 4 : 12))
        let exact = p > 0.2 + (0.2 * item) ? 1 : 0
        select new ArithmeticRow(
            string.Create(CultureInfo.InvariantCulture, $"w{width}"), 25L * width * width, seed, step, step == 3000, loss, task.Task, length, item,
            exact, exact == 1 ? 0 : length, Math.Log(p), p, exact, 0.75 * (1 - p));

    public static IEnumerable<ArithmeticResolutionRow> Resolutions() =>
        from row in Outputs()
        where row.IsFinal && row.Item == 0
        select new ArithmeticResolutionRow(row.Parameters, row.Seed, row.Task, row.Length, 25, row.Probability, row.Probability * 0.99);

    public static IEnumerable<ArithmeticLossCurveRow> LossCurves() =>
        from task in Tasks
        from length in Enumerable.Range(1, task.Longest)
        from metric in new[] { "exact-match", "brier" }
        from kind in new[] { "hinge", "smooth" }
        from place in Enumerable.Range(0, 21)
        let loss = 1.2 + (0.02 * place)
        let ability = kind == "hinge" ? Math.Clamp((1.45 - loss) / 0.15, 0, 1) : 1 / (1 + Math.Exp((loss - 1.38) / 0.03))
        select new ArithmeticLossCurveRow(task.Task, length, metric, kind, loss, ability);

    public static IEnumerable<ArithmeticChainRow> Chains() =>
        from seed in Enumerable.Range(1, Seeds)
        from task in Tasks
        from length in Enumerable.Range(1, task.Longest)
        from item in Enumerable.Range(0, 10)
        from link in Enumerable.Range(0, Links.Length)
        let correlation = 0.9 - (0.12 * link) - (0.04 * item)
        select new ArithmeticChainRow(seed, task.Task, length, item, Links[link], correlation, correlation, 0.8 * correlation);

    public static IEnumerable<SweepCurveRow> Curves() =>
        from task in Tasks
        from length in Enumerable.Range(1, task.Longest)
        from seed in Enumerable.Range(1, Seeds)
        from metric in new[] { ("exact_match", "sharp"), ("multiple_choice_grade", "sharp"), ("brier", "smooth"), ("log_likelihood", "smooth") }
        let isInfinite = metric.Item1 == "exact_match" && length == task.Longest
        select new SweepCurveRow(
            task.Task, length, seed, metric.Item1, metric.Item2, Widths.Length, isInfinite ? "zero_median" : "none",
            isInfinite ? null : (metric.Item2 == "sharp" ? 12 : 7) + (3 * length) - seed, 9.3, metric.Item2 == "sharp" && length == 3);

    private static IEnumerable<Number> Scores()
    {
        yield return Plain("score.imported", 1296, "of scores", 1296);
        yield return Plain("score.dropped", 0, "of scores", 1296);
        yield return Plain("score.lost", 0, "of curves", 162);
        yield return Plain("score.scale.curves", 162, "curves", 162);
        yield return Plain("score.scale.flat", 4, "of curves", 162);
        yield return Plain("score.scale.infinite", 8, "of curves", 162);
        foreach (var (id, count, of) in new[] { ("above-10", 60, 150), ("uncorrected", 30, 150), ("uncorrected-independent", 70, 150), ("jumps", 9, 150), ("jumps-holm", 2, 150), ("jumps-sharp", 6, 42), ("jumps-smooth", 3, 108) })
            yield return Plain($"score.scale.{id}", count, "of curves", of);
        yield return Plain("score.scale.kept", 3, "of pairs", 9);
        yield return Plain("score.brier.infinite", 4, "of pairs", 27);
        yield return new("mirage.score.brier.lower", 0.7, "share", 0.5, 0.85, 23);
        yield return Plain("score.brier.sharp", 8.1, "", 23);
        yield return Plain("score.brier.smooth", 6.2, "", 23);
        yield return Plain("score.brier.jumps", 4, "of pairs", 23);
        yield return Plain("score.brier.smooth-jumps", 2, "of pairs", 23);
        yield return Plain("score.brier.removed", 2, "of jumps", 4);
    }

    private static Number Plain(string id, double value, string unit, int n) => new($"mirage.{id}", value, unit, null, null, n);

    private static Number Interval(string id, double value, double half, string unit) => new($"mirage.{id}", value, unit, value - half, value + half, Seeds);
}
