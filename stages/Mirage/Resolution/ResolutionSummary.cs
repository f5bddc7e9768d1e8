using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Resolution;

/// <summary>
/// What larger tests reveal: how often a test of greedy answers shows nothing where drawn answers have a chance, whether the number of
/// answers to a first right one is as predicted, and how ln(-ln PU) goes with ln N.
/// </summary>
public static class ResolutionSummary
{
    private const double Likely = 0.95;
    private const int FewestSizes = 4;

    /// <summary>Summarizes all models.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<PassUntilRow>> resolution, Table<Number> output, JobContext job)
    {
        List<PassUntilRow> rows = [.. resolution.SelectMany(table => table.Read())];
        output.Write([.. Revealed(item.Experiment, rows), .. Curves(item.Experiment, rows)]);
    }

    /// <summary>Answers after which a first right one has come with a given probability: ln(1 - confidence) / ln(1 - p).</summary>
    internal static double Needed(double probability, double confidence) =>
        Math.Ceiling(Elementary.Log1p(-confidence) / Elementary.Log1p(-probability));

    private static IEnumerable<Number> Revealed(string experiment, List<PassUntilRow> rows)
    {
        var seeds = rows.GroupBy(row => row.Seed).OrderBy(seed => seed.Key).Select(seed => seed.ToList()).ToList();
        yield return Share("unseen", row => true, row => row.Hits == 0);
        yield return Share("revealed", row => row.Hits == 0, row => row.PassUntilLow > row.Chance);
        yield return Share("above-chance", row => row.Hits == 0, row => row.Probability > row.Chance);
        // Only where the answers at hand suffice for the prediction to be put to the test.
        yield return Share("within-95", row => Needed(row.Probability, Likely) <= row.Drawn, row => IsWithin(row, Likely));
        yield return Share("within-50", row => Needed(row.Probability, Likely) <= row.Drawn, row => IsWithin(row, 0.5));
        yield return Plain("covered", rows.Sum(row => row.Covered), rows.Sum(row => row.Tried));
        yield return Ratio("bias", row => row.Estimate);
        yield return Ratio("unbiased", row => row.PassUntil);

        Number Share(string id, Predicate<PassUntilRow> among, Predicate<PassUntilRow> counted)
        {
            var counts = seeds.ConvertAll(seed => seed.FindAll(among)).FindAll(seed => seed.Count > 0)
                .ConvertAll(seed => (seed.FindAll(counted).Count, seed.Count));
            return counts.Count > 0
                ? Spread.OfShare(counts).ToNumber($"{experiment}.{id}", "share")
                : new($"{experiment}.{id}", 0, "share", null, null, 1);
        }

        Number Plain(string id, int count, int of)
        {
            var share = BinomialInterval.ClopperPearson(count, of);
            return share.ToNumber($"{experiment}.{id}", "share");
        }

        Number Ratio(string id, Func<PassUntilRow, double> estimate) => Spread.OverSeeds(
            [.. seeds.Select(seed => Total(seed, estimate) / Total(seed, row => row.Exact))],
            () => new(Total(seeds[0], estimate) / Total(seeds[0], row => row.Exact), double.NaN, double.NaN, seeds[0].Count))
            .ToNumber($"{experiment}.{id}", "of the truth");
    }

    private static bool IsWithin(PassUntilRow row, double confidence) =>
        row.FirstRight > 0 && row.FirstRight <= Needed(row.Probability, confidence);

    private static double Total(List<PassUntilRow> rows, Func<PassUntilRow, double> of) => Moments.Sum([.. rows.Select(of)]);

    private static IEnumerable<Number> Curves(string experiment, List<PassUntilRow> rows)
    {
        foreach (var ability in rows.GroupBy(row => (row.Task, row.Length)).OrderBy(ability => ability.Key))
        {
            var fits = ability.GroupBy(row => row.Seed).OrderBy(seed => seed.Key).Where(seed => seed.Count() >= FewestSizes)
                .Select(seed => ScalingCurve.Fit([.. seed.Select(row => (double)row.Parameters)], [.. seed.Select(row => row.PassUntil)]))
                .ToList();
            if (fits.Count == 0) continue;
            var of = $"{ability.Key.Task.ToString().ToLowerInvariant()}.{ability.Key.Length}";
            yield return StudentInterval.OfMean([.. fits.Select(fit => fit.Slope)]).ToNumber($"{experiment}.slope.{of}", "");
            yield return StudentInterval.OfMean([.. fits.Select(fit => fit.Curvature)]).ToNumber($"{experiment}.curvature.{of}", "");
        }
    }
}
