using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Skills.Learners;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Association;

/// <summary>How far graphs stray from either theory, and where giant components begin.</summary>
public static class AssociationSummary
{
    /// <summary>Summarizes all graphs.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<AssociationRow>> association, Table<Number> output, JobContext job)
    {
        var rows = association.SelectMany(table => table.Read()).ToList();
        output.Write(
            [.. Enum.GetValues<EdgeRule>().SelectMany(rule => Errors(item.Experiment, rule, rows)), .. Onsets(item.Experiment, rows)]);
    }

    /// <summary>The point where the mean over graphs is farthest from a theory, with the interval of the difference there.</summary>
    private static IEnumerable<Number> Errors(string experiment, EdgeRule rule, List<AssociationRow> rows)
    {
        var points = rows.FindAll(row => row.Rule == rule).GroupBy(row => (row.Load, row.Ratio)).ToList();
        yield return Worst("deviation", row => row.Giant - row.Exact);
        if (rule == EdgeRule.SharedText) yield return Worst("sites-deviation", row => row.Giant - row.Sites);
        var above = points.Where(point => point.First().Exact > 0).ToList();
        if (above.Count > 0)
            yield return new($"{experiment}.smallest-giant.{Name(rule)}", above.Min(point => Mean(point, row => row.Giant)), "share", null, null, above.Count);
        var below = points.Where(point => point.First().Exact == 0).ToList();
        if (below.Count > 0)
            yield return new($"{experiment}.largest-without.{Name(rule)}", below.Max(point => Mean(point, row => row.Giant)), "share", null, null, below.Count);

        Number Worst(string quantity, Func<AssociationRow, double> difference) => points
            .Select(point => StudentInterval.OfMean([.. point.Select(difference)]))
            .MaxBy(estimate => Math.Abs(estimate.Value))
            .ToNumber($"{experiment}.{quantity}.{Name(rule)}", "share");
    }

    private static double Mean(IEnumerable<AssociationRow> rows, Func<AssociationRow, double> of) => Moments.Mean([.. rows.Select(of)]);

    private static IEnumerable<Number> Onsets(string experiment, List<AssociationRow> rows) =>
        from load in rows.Select(row => row.Load).Distinct().Order()
        from number in (Number[])
        [
            .. Enum.GetValues<EdgeRule>().Select(rule =>
                new Number($"{experiment}.onset.{Name(rule)}.c{load}", AssociationTheory.Onset(rule, load), "", null, null, 1)),
            .. EmergenceThreshold.TryOf(1, load) is { } threshold
                ? [new Number($"{experiment}.emergence.c{load}", threshold.Ratio, "", null, null, 1)]
                : Array.Empty<Number>(),
        ]
        select number;

    private static string Name(EdgeRule rule) => rule switch
    {
        EdgeRule.SharedText => "shared-text",
        EdgeRule.LearnedText => "learned-text",
        _ => "random-skills",
    };
}
