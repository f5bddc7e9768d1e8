using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores.Checks;
using Research.Mirage.Scores.Curves;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Scores;

/// <summary>The named numbers of an imported table. What does not occur in it has no number.</summary>
public static class ScoreSummary
{
    /// <summary>Summarizes a re-analysis.</summary>
    public static void Summarize(SummarySpec item, ScoreReanalysis analysis, Table<Number> output, JobContext job)
    {
        var (rows, pairs) = (analysis.Emergence(), analysis.Pairs());
        output.Write(
        [
            .. OfImport(item.Experiment, analysis.Findings()),
            Lost(item.Experiment, analysis.Findings(), rows.Count),
            .. Enum.GetValues<SeriesAxis>().SelectMany(axis => OfAxis(
                $"{item.Experiment}.{axis.ToString().ToLowerInvariant()}", [.. rows.Where(row => row.Axis == axis)], [.. pairs.Where(pair => pair.Axis == axis)])),
            .. OfBrier($"{item.Experiment}.brier", MostPairs([.. pairs.Where(IsBrier)])),
            .. OfPerplexity($"{item.Experiment}.perplexity", rows),
        ]);
    }

    /// <summary>Accuracy and a Brier score over model scale, the comparison of the paper.</summary>
    private static bool IsBrier(PairRow pair) =>
        pair.Axis == SeriesAxis.Scale && pair.Sharp is "acc" or "accuracy" or "multiple_choice_grade"
        && pair.Smooth is "brier" or "tc_brier" or "brier_score" or "multiple_choice_brier_score";

    /// <summary>Of several accuracies and Brier scores, or modes of these, the two with the most pairs.</summary>
    private static List<PairRow> MostPairs(List<PairRow> pairs) => pairs
        .GroupBy(pair => (pair.Sharp, Smooth: pair.SmoothName()))
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key.Sharp, StringComparer.Ordinal).ThenBy(group => group.Key.Smooth, StringComparer.Ordinal)
        .Select(group => group.ToList()).FirstOrDefault([]);

    private static IEnumerable<Number> OfImport(string id, IReadOnlyList<Finding> findings)
    {
        var read = findings[0].Count;
        yield return Count($"{id}.imported", findings[1].Count, "scores", read);
        yield return Count($"{id}.dropped", findings.Where(finding => finding is { Outcome: Outcome.Dropped, Of: "scores" }).Sum(finding => finding.Count), "scores", read);
    }

    /// <summary>Curves that could not be put together, of all that were begun.</summary>
    private static Number Lost(string id, IReadOnlyList<Finding> findings, int curves)
    {
        var lost = findings.Where(finding => finding is { Outcome: Outcome.Dropped, Of: "curves" }).Sum(finding => finding.Count);
        return Count($"{id}.lost", lost, "curves", lost + curves);
    }

    private static IEnumerable<Number> OfAxis(string id, List<EmergenceRow> rows, List<PairRow> pairs)
    {
        if (rows.Count == 0) yield break;
        var tested = rows.FindAll(row => row.Q is not null);
        yield return new($"{id}.curves", rows.Count, "curves", null, null, rows.Count);
        yield return Count($"{id}.flat", rows.Count(row => row.Flag == SeriesFlag.Flat), "curves", rows.Count);
        yield return Count($"{id}.infinite", rows.Count(row => row.Flag == SeriesFlag.ZeroMedian), "curves", rows.Count);
        if (tested.Count == 0) yield break;
        yield return new($"{id}.median", Moments.Median([.. tested.Select(row => row.Score)]), "", null, null, tested.Count);
        yield return Count($"{id}.above-10", tested.Count(row => row.Score > 10), "curves", tested.Count);
        yield return Count($"{id}.uncorrected", tested.Count(row => row.Score > 0 && row.PWalk <= EmergenceRow.Level), "curves", tested.Count);
        yield return Count($"{id}.uncorrected-independent", tested.Count(row => row.Score > 0 && row.PIndependent <= EmergenceRow.Level), "curves", tested.Count);
        yield return Count($"{id}.jumps", tested.Count(row => row.IsJump()), "curves", tested.Count);
        yield return Count($"{id}.jumps-holm", tested.Count(row => row.IsJump() && row.Holm <= EmergenceRow.Level), "curves", tested.Count);
        foreach (var shape in Enum.GetValues<MetricShape>())
        {
            var those = tested.FindAll(row => row.Shape == shape);
            if (those.Count > 0) yield return Count($"{id}.jumps-{shape.ToString().ToLowerInvariant()}", those.Count(row => row.IsJump()), "curves", those.Count);
        }

        var compared = pairs.FindAll(pair => pair.IsComparable());
        if (compared.Count == 0) yield break;
        yield return Lower($"{id}.lower", compared);
        var kept = compared.Count(pair => pair.SharpJumps && pair.SmoothJumps);
        if (kept > 0) yield return Count($"{id}.kept", kept, "pairs", compared.Count(pair => pair.SharpJumps));
    }

    private static IEnumerable<Number> OfBrier(string id, List<PairRow> pairs)
    {
        if (pairs.Count == 0) yield break;
        var compared = pairs.FindAll(pair => pair.IsComparable());
        yield return Count($"{id}.infinite", pairs.Count - compared.Count, "pairs", pairs.Count);
        if (compared.Count == 0) yield break;
        yield return Lower($"{id}.lower", compared);
        yield return new($"{id}.sharp", Moments.Median([.. compared.Select(pair => pair.SharpScore)]), "", null, null, compared.Count);
        yield return new($"{id}.smooth", Moments.Median([.. compared.Select(pair => pair.SmoothScore)]), "", null, null, compared.Count);
        yield return Count($"{id}.jumps", compared.Count(pair => pair.SharpJumps), "pairs", compared.Count);
        var jumps = compared.Count(pair => pair.SharpJumps);
        if (jumps > 0) yield return Count($"{id}.removed", compared.Count(pair => pair.SharpJumps && !pair.SmoothJumps), "jumps", jumps);
        yield return Count($"{id}.smooth-jumps", compared.Count(pair => pair.SmoothJumps), "pairs", compared.Count);
    }

    /// <summary>How much a monotone map does: the same curves as perplexity and as its logarithm.</summary>
    private static IEnumerable<Number> OfPerplexity(string id, IReadOnlyList<EmergenceRow> rows)
    {
        var logs = rows.Where(row => row.Metric.StartsWith("log_", StringComparison.Ordinal) && row.Flag == SeriesFlag.None).ToDictionary(Key);
        List<(double Plain, double Log)> both =
        [
            .. rows.Where(row => row.Flag == SeriesFlag.None && logs.ContainsKey(Key(row with { Metric = $"log_{row.Metric}" })))
                .Select(row => (row.Score, logs[Key(row with { Metric = $"log_{row.Metric}" })].Score)),
        ];
        if (both.Count == 0) yield break;
        yield return new($"{id}.plain", Moments.Median([.. both.Select(pair => pair.Plain)]), "", null, null, both.Count);
        yield return new($"{id}.log", Moments.Median([.. both.Select(pair => pair.Log)]), "", null, null, both.Count);

        static (SeriesAxis, string, string, string, string, string, string) Key(EmergenceRow row) =>
            (row.Axis, row.Family, row.Model, row.Task, row.Shots, row.Condition, row.Metric);
    }

    private static Number Lower(string id, List<PairRow> compared) => BinomialInterval
        .ClopperPearson(compared.Count(pair => pair.SmoothScore < pair.SharpScore), compared.Count).ToNumber(id, "share");

    private static Number Count(string id, long count, string of, long total) =>
        new(id, count, $"of {of}", null, null, (int)Math.Min(total, int.MaxValue));
}
