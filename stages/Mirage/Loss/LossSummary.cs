using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Loss;

/// <summary>Whether a loss is special: hinge against smooth curve by cross-validation over sizes, and where the hinge is.</summary>
public static class LossSummary
{
    /// <summary>Summarizes all trainings and moments.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<Number> output, JobContext job)
    {
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()));
        var numbers = new List<Number>();
        var fitted = 0;
        foreach (var (task, length, fit) in LossMeasurement.Abilities(cells))
        {
            job.Report(fitted++, 0, "fits");
            var of = $"{fit.Metric.Name}.{task.ToString().ToLowerInvariant()}.{length}";
            var (hinge, smooth) = fit.CrossValidate();
            numbers.Add(new($"{item.Experiment}.error.hinge.{of}", Math.Sqrt(hinge), "", null, null, fit.Points));
            numbers.Add(new($"{item.Experiment}.error.smooth.{of}", Math.Sqrt(smooth), "", null, null, fit.Points));
            numbers.Add(fit.Eta(seed: 1).ToNumber($"{item.Experiment}.eta.{of}", "nats/token"));
        }

        numbers.Add(new($"{item.Experiment}.fits", fitted, "fits", null, null, Math.Max(1, fitted)));
        output.Write(numbers);
    }
}
