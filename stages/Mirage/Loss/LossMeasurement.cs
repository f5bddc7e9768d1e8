using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Tables;

namespace Research.Mirage.Loss;

/// <summary>Fits ability over pre-training loss, all models and moments together (the loss perspective, arXiv 2403.15796).</summary>
public static class LossMeasurement
{
    private const int Points = 60;

    /// <summary>An ability is fitted where it changes this much over the points.</summary>
    internal const double LeastRange = 0.3;

    /// <summary>Fits the curves and writes them for drawing.</summary>
    public static void Measure(
        Summaries.SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<LossCurveRow> output, JobContext job)
    {
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()));
        var (low, high) = (cells.Min(cell => cell.Loss), cells.Max(cell => cell.Loss));
        output.Write(
            from ability in Abilities(cells)
            from curve in ability.Fit.Curves
            from point in Enumerable.Range(0, Points + 1)
            let loss = low + ((high - low) * point / Points)
            select new LossCurveRow(ability.Task, ability.Length, ability.Fit.Metric.Name, curve.Kind, loss, curve.At(loss)));
    }

    /// <summary>Every task, length and metric with a range of losses and enough of an ability to fit.</summary>
    internal static IEnumerable<(ArithmeticTask Task, int Length, LossAbility Fit)> Abilities(IReadOnlyList<ArithmeticCell> cells) =>
        from ability in cells.GroupBy(cell => (cell.Task, cell.Length)).OrderBy(points => points.Key)
        where ability.Select(cell => cell.Loss).Distinct().Count() > 2
        from metric in ComparedAbility.All
        let fit = new LossAbility(metric, [.. ability])
        where fit.Range >= LeastRange
        select (ability.Key.Task, ability.Key.Length, fit);
}
