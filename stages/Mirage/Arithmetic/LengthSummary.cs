using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Arithmetic;

/// <summary>
/// How metrics go with the length of the target, for each size: least squares of ln(accuracy) and of the edit distance on the length.
/// Accuracy is the mean probability of the target, which is what drawn answers score on average and is never 0. If tokens were right
/// independently and equally often, the slope of ln(accuracy) would be ln p, with p the probability of a token (Schaeffer et al. 2023,
/// section 2); the paper takes accuracy at length 1 for it.
/// </summary>
public static class LengthSummary
{
    private const int FewestLengths = 3;

    /// <summary>Summarizes the final weights of all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<Number> output, JobContext job)
    {
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()).Where(row => row.IsFinal));
        output.Write(cells.GroupBy(cell => cell.Task).SelectMany(task => OfTask(item.Experiment, [.. task])));
    }

    private static IEnumerable<Number> OfTask(string experiment, List<ArithmeticCell> cells)
    {
        var fits = cells.GroupBy(cell => (cell.Parameters, cell.Model, cell.Seed)).Where(model => model.Count() >= FewestLengths)
            .Select(model => (model.Key.Parameters, model.Key.Model, model.Key.Seed, Fit: LengthFit.Of([.. model.OrderBy(cell => cell.Length)])))
            .ToList();
        var task = cells[0].Task.ToString().ToLowerInvariant();
        foreach (var model in fits.GroupBy(fit => (fit.Parameters, fit.Model)).OrderBy(model => model.Key.Parameters))
        {
            yield return OverSeeds("slope", "per token", fit => fit.Accuracy.Slope);
            yield return OverSeeds("single", "", fit => fit.Single);
            yield return OverSeeds("expected", "per token", fit => fit.TokenLog);
            yield return OverSeeds("excess", "per token", fit => fit.Accuracy.Slope - fit.Single);
            yield return OverSeeds("straight", "R²", fit => fit.Accuracy.RSquared);
            yield return OverSeeds("edit-slope", "tokens per token", fit => fit.EditDistance.Slope);
            yield return OverSeeds("edit-straight", "R²", fit => fit.EditDistance.RSquared);

            Number OverSeeds(string id, string unit, Func<LengthFit, double> of) => StudentInterval
                .OfMean([.. model.Select(entry => of(entry.Fit)).Select(value => double.IsNaN(value) ? 1 : value)])
                .ToNumber($"{experiment}.{id}.{task}.{model.Key.Model}", unit);
        }
    }

    /// <summary>One model over the lengths of a task.</summary>
    /// <param name="Accuracy">Line through ln(accuracy).</param>
    /// <param name="EditDistance">Line through the edit distance.</param>
    /// <param name="Single">ln(accuracy) at the shortest length.</param>
    /// <param name="TokenLog">Mean ln p of a token over all lengths.</param>
    private sealed record LengthFit(LinearRegression Accuracy, LinearRegression EditDistance, double Single, double TokenLog)
    {
        public static LengthFit Of(ArithmeticCell[] cells)
        {
            double[] lengths = Array.ConvertAll(cells, cell => (double)cell.Length);
            double[] logs = Array.ConvertAll(cells, cell => Elementary.Log(cell.Mean(row => row.Probability)));
            return new(
                LinearRegression.Fit(lengths, logs),
                LinearRegression.Fit(lengths, Array.ConvertAll(cells, cell => cell.Mean(row => row.EditDistance))),
                logs[0], -Moments.Mean(Array.ConvertAll(cells, cell => cell.Mean(row => row.TokenLoss))));
        }
    }
}
