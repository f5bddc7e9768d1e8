using System.Globalization;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Bounds;

/// <summary>What the bound says, whether any adversary exceeded it, and how near the worst came.</summary>
public static class CompetenceSummary
{
    /// <summary>Summarizes the curves and all adversaries.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<CompetenceCurveRow>> curves, IReadOnlyList<Table<AdversaryRow>> adversaries,
        IReadOnlyList<Table<ClozeErrorRow>> cloze, Table<Number> output, JobContext job)
    {
        var measured = adversaries.Select(table => table.Read().ToList()).ToList();
        output.Write(
        [
            .. curves.Select(table => OfCurve(item.Experiment, table.Read().First())),
            .. measured.GroupBy(rows => Kind(rows[0])).Select(group => OfViolations(item.Experiment, group.Key, [.. group.SelectMany(rows => rows)])),
            .. measured.SelectMany(rows => OfAdversary(item.Experiment, rows)),
            .. OfNaiveIdentity(item.Experiment, measured.First(rows => rows[0].Adversary == Adversary.Exhaustive && rows[0].Zipf == 0)),
            .. OfCloze(item.Experiment, [.. cloze.SelectMany(table => table.Read())]),
        ]);
    }

    private static string Kind(AdversaryRow row) => row.Zipf > 0 ? "uneven" : row.Adversary.ToString().ToLowerInvariant();

    private static Number OfCurve(string experiment, CompetenceCurveRow row) => new(
        string.Create(CultureInfo.InvariantCulture, $"{experiment}.alpha-max.theta{row.Theta}-k{row.SkillsOfText}"), row.LargestAlpha, "", null, null, 1);

    private static Number OfViolations(string experiment, string kind, List<AdversaryRow> rows) =>
        new($"{experiment}.violations.{kind}", rows.Sum(row => row.Violations), "of sets", null, null, rows.Sum(row => row.Sets));

    private static IEnumerable<Number> OfAdversary(string experiment, List<AdversaryRow> rows)
    {
        var first = rows[0];
        var name = string.Create(CultureInfo.InvariantCulture, $"{Kind(first)}.n{first.Skills}-k{first.SkillsOfText}-theta{first.Theta}");
        Number Mean(string quantity, Func<AdversaryRow, double> of) =>
            StudentInterval.OfMean([.. rows.Select(of)]).ToNumber($"{experiment}.{quantity}.{name}", "");
        yield return Mean("ratio", row => row.Ratio);
        yield return Mean("ratio-to-bound", row => row.Ratio / row.FiniteBound);
        yield return Mean("ratio-to-exact", row => row.Ratio / row.Exact);
    }

    private static IEnumerable<Number> OfNaiveIdentity(string experiment, List<AdversaryRow> rows)
    {
        yield return new($"{experiment}.naive.loss", rows[0].SkillsOfText * rows[0].Theta, "", null, null, rows.Count);
        yield return StudentInterval.OfMean([.. rows.Select(row => row.FailureOfSkills)]).ToNumber($"{experiment}.naive.failure", "");
    }

    private static IEnumerable<Number> OfCloze(string experiment, List<ClozeErrorRow> rows)
    {
        var nearest = rows.MaxBy(row => row.Largest / row.Printed)!;
        yield return new($"{experiment}.cloze.largest-share", nearest.Largest / nearest.Printed, "share", null, null, rows.Count);
    }
}
