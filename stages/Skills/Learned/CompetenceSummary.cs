using System.Globalization;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Learned;

/// <summary>
/// Competence of trained models on skills and pairs beside the bound, and accuracy on tuples that training texts named, on new ones, and
/// on those with a held-out pair.
/// </summary>
public static class CompetenceSummary
{
    /// <summary>Shares of failed texts between which it means something how they are spread.</summary>
    private const double LeastTheta = 0.02;

    private const double MostTheta = 0.98;

    /// <summary>Tells an excess from rounding.</summary>
    private const double Margin = 1e-9;

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<LearnedCurveRow>> curves, IReadOnlyList<Table<LearnedTextsRow>> texts, Table<Number> output, JobContext job)
    {
        List<LearnedCurveRow> points = [.. curves.SelectMany(table => table.Read())];
        List<LearnedTextsRow> rows = [.. texts.SelectMany(table => table.Read()).Where(row => row.HeldOut > 0)];
        var last = points.Max(row => row.Step);
        var size = rows.First(row => row.Kind == TextKind.HeldOut).Size;
        output.Write([
            .. Bound(item.Experiment, points),
            .. Trained(item.Experiment, points.FindAll(row => row.Step == last && row is { Tuple: 1, TrainedBound: not null })),
            .. Accuracies(item.Experiment, rows.FindAll(row => row.Step == last && row.Size == size)),
        ]);
    }

    private static IEnumerable<Number> Bound(string experiment, List<LearnedCurveRow> points)
    {
        foreach (var (name, tuple) in new[] { ("skills", 1), ("pairs", 2) })
        {
            var of = points.FindAll(row => row.Tuple == tuple);
            yield return new($"{experiment}.above-bound.{name}", of.Count(row => row.Failed > row.Bound + Margin), "of points", null, null, of.Count);
        }

        var quarter = points.FindAll(row => row is { Tuple: 1, Theta: > LeastTheta and < MostTheta } && Math.Abs(row.Alpha - 0.25) < 1.0 / 32);
        if (quarter.Count == 0) yield break;
        foreach (var (name, share) in new (string, Func<LearnedCurveRow, double>)[]
        {
            ("worst-quarter.failed", row => row.Failed), ("worst-quarter.random", row => row.Random),
            ("worst-quarter.adversary", row => row.Adversary), ("worst-quarter.bound", row => row.Bound), ("worst-quarter.theta", row => row.Theta),
        })
        {
            yield return Spread.OfMean(quarter, row => row.Seed, share).ToNumber($"{experiment}.{name}", "share");
        }
    }

    /// <summary>By how much failures on fresh texts exceed, at most over the curve, the bound that follows from the training texts.</summary>
    private static IEnumerable<Number> Trained(string experiment, List<LearnedCurveRow> final)
    {
        foreach (var ratio in final.GroupBy(row => row.Ratio))
        {
            var excesses = ratio.GroupBy(row => (row.Seed, row.Width))
                .Select(model => (model.Key.Seed, Excess: model.Max(row => row.Failed - row.TrainedBound!.Value))).ToList();
            yield return Spread.OfMean(excesses, excess => excess.Seed, excess => excess.Excess).ToNumber($"{experiment}.trained-excess.{Slug(ratio.Key)}", "share");
        }
    }

    private static IEnumerable<Number> Accuracies(string experiment, List<LearnedTextsRow> final)
    {
        foreach (var (name, kind) in new[] { ("trained", TextKind.Trained), ("fresh", TextKind.Fresh), ("held-out", TextKind.HeldOut) })
        {
            foreach (var model in final.Where(row => row.Kind == kind).GroupBy(row => (row.Ratio, row.Width)))
            {
                yield return Spread.OfShare([.. model.Select(row => (row.Correct, row.Texts))])
                    .ToNumber($"{experiment}.accuracy.{name}.{Slug(model.Key.Ratio)}.w{model.Key.Width}", "share");
            }
        }

        foreach (var ratio in final.GroupBy(row => row.Ratio))
        {
            yield return Lag("unseen", ratio, TextKind.Trained, TextKind.Fresh);
            yield return Lag("held-out", ratio, TextKind.Fresh, TextKind.HeldOut);
            var fresh = ratio.Where(row => row.Kind == TextKind.Fresh).ToList();
            if (fresh.Count < 3) continue;
            var trend = Spearman.Test([.. fresh.Select(row => (double)row.Width)], [.. fresh.Select(row => row.Correct / (double)row.Texts)]);
            if (!double.IsNaN(trend.Coefficient))
                yield return new($"{experiment}.width-trend.{Slug(ratio.Key)}", trend.Coefficient, "rho", null, null, trend.N);
        }

        Number Lag(string name, IGrouping<double, LearnedTextsRow> ratio, TextKind first, TextKind second)
        {
            var lags = ratio.GroupBy(row => (row.Seed, row.Width)).Where(model => model.Any(row => row.Kind == first) && model.Any(row => row.Kind == second))
                .Select(model => (model.Key.Seed, Lag: Accuracy(model, first) - Accuracy(model, second))).ToList();
            return Spread.OfMean(lags, lag => lag.Seed, lag => lag.Lag).ToNumber($"{experiment}.lag.{name}.{Slug(ratio.Key)}", "share");
        }

        static double Accuracy(IEnumerable<LearnedTextsRow> model, TextKind kind)
        {
            var row = model.First(row => row.Kind == kind);
            return row.Correct / (double)row.Texts;
        }
    }

    private static string Slug(double ratio) => string.Create(CultureInfo.InvariantCulture, $"R{ratio}");
}
