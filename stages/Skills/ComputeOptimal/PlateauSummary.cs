using Research.Jobs;
using Research.Numerics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.ComputeOptimal;

/// <summary>The compute-optimal ratio beside the threshold, and what emerges and what stands still. Formulas, so no number has an interval.</summary>
public static class PlateauSummary
{
    /// <summary>Summarizes the divisions of budgets and the curves of accuracy.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<AllocationRow>> allocations, IReadOnlyList<Table<PlateauRow>> plateaus, Table<Number> output, JobContext job)
    {
        var curves = plateaus.Select(table => table.Read().ToList()).ToList();
        output.Write(
        [
            .. allocations.SelectMany(table => OfAllocation(item.Experiment, [.. table.Read()])),
            .. curves.SelectMany(rows => rows.GroupBy(row => row.Mix)).SelectMany(group => OfCurve(item.Experiment, [.. group])),
            .. OfSigns(item.Experiment),
            OfQuirk(item.Experiment, curves),
        ]);
    }

    private static Number Plain(string id, double value, string unit) => new(id, value, unit, null, null, 1);

    private static IEnumerable<Number> OfAllocation(string experiment, List<AllocationRow> rows)
    {
        var last = rows.MaxBy(row => row.Budget)!;
        var signs = last.Signs.ToString().ToLowerInvariant();
        yield return Plain($"{experiment}.ratio.{signs}", last.TextsPerConcept, "texts/concept");
        yield return Plain($"{experiment}.ratio-limit.{signs}", last.LimitRatio, "texts/concept");
        yield return Plain($"{experiment}.ratio-error.{signs}", Math.Abs(last.TextsPerConcept / last.LimitRatio - 1), "share");
        var (least, most) = (rows.Min(row => row.TextsPerConcept), rows.Max(row => row.TextsPerConcept));
        yield return Plain($"{experiment}.ratio-least.{signs}", least, "texts/concept");
        yield return Plain($"{experiment}.ratio-most.{signs}", most, "texts/concept");
    }

    private static IEnumerable<Number> OfCurve(string experiment, List<PlateauRow> rows)
    {
        var name = $"{(rows[0].Mix == TaskMix.OneMode ? "one" : "three")}.{rows[0].Variant.ToString().ToLowerInvariant()}";
        double[] accuracy = [.. rows.Select(row => row.Accuracy)];
        double[] decades = [.. rows.Select(row => Elementary.Log(row.Operations) / Elementary.Log(10))];
        yield return Plain($"{experiment}.plateaus.{name}", Plateaus.Count(accuracy), "plateaus");
        yield return Plain($"{experiment}.half.{name}", Plateaus.Passes(decades, accuracy, 0.5), "decades of operations");
        yield return Plain(
            $"{experiment}.width.{name}", Plateaus.Passes(decades, accuracy, 0.9) - Plateaus.Passes(decades, accuracy, 0.1), "decades");
    }

    private static IEnumerable<Number> OfSigns(string experiment)
    {
        foreach (var signs in Enum.GetValues<ScalingSigns>())
            yield return Plain($"{experiment}.regular-scaling.{signs.ToString().ToLowerInvariant()}", new FiniteLengthLaw(new RegularEnsemble(3, 6), signs).Scaling, "");
    }

    /// <summary>The largest difference that the misplaced factor of the prerequisites makes.</summary>
    private static Number OfQuirk(string experiment, List<List<PlateauRow>> curves)
    {
        var code = curves.First(rows => rows[0].Variant == SkillLevelsVariant.Code);
        var without = curves.First(rows => rows[0].Variant == SkillLevelsVariant.Prerequisites);
        return Plain($"{experiment}.quirk", code.Zip(without, (a, b) => Math.Abs(a.Accuracy - b.Accuracy)).Max(), "");
    }
}
