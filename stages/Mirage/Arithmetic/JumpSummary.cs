using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Toy;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// Whether a jump over model size is the metric's: emergence scores, and the largest step from one size to the next as a share of the
/// whole change, under exact match and under each other metric on the same outputs, paired over tasks and target lengths, seed by seed.
/// </summary>
public static class JumpSummary
{
    /// <summary>An ability is there to be compared where exact match, averaged over seeds, gains this much between two sizes.</summary>
    internal const double LeastGain = 0.5;

    /// <summary>A step of at least this share of the whole change is called a jump.</summary>
    internal const double Jump = 0.5;

    /// <summary>Summarizes the final weights of all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<Number> output, JobContext job) =>
        output.Write(Numbers(item.Experiment, ArithmeticCell.All(scores.SelectMany(table => table.Read()).Where(row => row.IsFinal))));

    private static IEnumerable<Number> Numbers(string experiment, IReadOnlyList<ArithmeticCell> cells)
    {
        var abilities = cells.GroupBy(cell => (cell.Task, cell.Length)).Select(group => group.ToList()).ToList();
        var judged = abilities.FindAll(ability => Gain(ability) >= LeastGain);
        var sizes = cells.Select(cell => cell.Parameters).Distinct().Count();
        yield return new($"{experiment}.sizes", sizes, "sizes", null, null, sizes);
        yield return new($"{experiment}.abilities", judged.Count, "of abilities", null, null, abilities.Count);
        foreach (var ability in abilities)
        {
            var best = ability.GroupBy(cell => cell.Parameters).MaxBy(models => models.Key)!
                .Select(cell => (cell.Items.Count(row => row.Exact == 1), cell.Items.Count)).ToList();
            yield return Spread.OfShare(best).ToNumber($"{experiment}.largest.{Name(ability[0])}", "share");
        }

        if (judged.Count == 0) yield break;
        var seeds = cells.Select(cell => cell.Seed).Distinct().Order().ToList();
        foreach (var metric in ComparedMetric.Others.Prepend(ComparedMetric.ExactMatch))
        {
            var steps = Compare(judged, seeds, metric, (_, other) => ToySummary.LargestStep(other));
            yield return OverSeeds(steps).ToNumber($"{experiment}.step.{metric.Name}", "share");
            yield return Spread.OfShare([.. steps.Select(of => (of.Count(step => step >= Jump), of.Count))]).ToNumber($"{experiment}.jumps.{metric.Name}", "share");
            if (metric == ComparedMetric.ExactMatch) continue;
            var excess = Compare(judged, seeds, metric, (exact, other) => ToySummary.LargestStep(exact) - ToySummary.LargestStep(other));
            yield return OverSeeds(excess).ToNumber($"{experiment}.excess.{metric.Name}", "share");
            var higher = Compare(judged, seeds, metric, IsHigher);
            var infinite = higher.Sum(of => of.Count(is1 => is1 is null));
            yield return new($"{experiment}.infinite.{metric.Name}", infinite, "of cases", null, null, higher.Sum(of => of.Count));
            List<(int, int)> compared = [.. higher.Select(of => (of.Count(is1 => is1 is true), of.Count(is1 => is1 is not null))).Where(of => of.Item2 > 0)];
            if (compared.Count > 0) yield return Spread.OfShare(compared).ToNumber($"{experiment}.higher.{metric.Name}", "share");
        }
    }

    /// <summary>The name of a task and length in numbers: <c>addition.3</c>.</summary>
    internal static string Name(ArithmeticCell cell) => $"{cell.Task.ToString().ToLowerInvariant()}.{cell.Length}";

    // What exact match, averaged over seeds, gains from the worst size to the best.
    private static double Gain(List<ArithmeticCell> ability)
    {
        var means = ability.GroupBy(cell => cell.Parameters)
            .Select(models => Numerics.Statistics.Moments.Mean([.. models.Select(cell => cell.Mean(row => row.Exact))])).ToList();
        return means.Max() - means.Min();
    }

    /// <summary>
    /// Whether the first series has the larger score in size; equal scores are not larger, and a flat series scores 0. Null if either score is
    /// infinite: more than half of its steps are exactly 0, as of an accuracy below what the test can show, and it is no number to rank by.
    /// </summary>
    internal static bool? IsHigher(double[] exact, double[] other)
    {
        var (first, second) = (EmergenceScore.OfOrdered(exact), EmergenceScore.OfOrdered(other));
        return first.Flag == SeriesFlag.ZeroMedian || second.Flag == SeriesFlag.ZeroMedian ? null : Math.Abs(first.Value) > Math.Abs(second.Value);
    }

    // [seeds][abilities]
    private static List<List<TResult>> Compare<TResult>(
        List<List<ArithmeticCell>> abilities, List<int> seeds, ComparedMetric metric, Func<double[], double[], TResult> compare) =>
        seeds.ConvertAll(seed => abilities.ConvertAll(ability =>
        {
            var models = ability.FindAll(cell => cell.Seed == seed);
            return compare(
                [.. models.Select(cell => cell.Mean(ComparedMetric.ExactMatch.Of))], [.. models.Select(cell => cell.Mean(metric.Of))]);
        }));

    private static Numerics.Statistics.Estimate OverSeeds(List<List<double>> bySeed) => Spread.OverSeeds(
        [.. bySeed.Select(of => Numerics.Statistics.Moments.Mean([.. of]))], () => Numerics.Statistics.StudentInterval.OfMean([.. bySeed[0]]));
}
