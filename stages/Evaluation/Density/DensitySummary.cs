using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Density;

/// <summary>
/// What the density experiment says: the excess of the cross-entropy over the exact optimum during training, its trend,
/// and the share of the gap between a reader of symbol frequencies and the optimum that training has closed.
/// </summary>
public static class DensitySummary
{
    private static readonly (string Series, Func<DensityRow, double> Of)[] Series =
    [
        ("loss", row => row.Loss),
        ("optimum", row => row.Optimum),
        ("frequencies", row => row.Frequencies),
        ("excess", Excess),
        ("deviation", row => row.Deviation),
        ("released-deviation", row => row.ReleasedDeviation),
        ("optimal-released-deviation", row => row.OptimalReleasedDeviation),
    ];

    /// <summary>Summarizes all trainings.</summary>
    /// <exception cref="InputException">The models were measured at one step only, which shows no trend.</exception>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<DensityRow>> density, Table<Number> output, JobContext job) =>
        output.Write(density.SelectMany(table => table.Read()).GroupBy(row => row.Language)
            .SelectMany(language => Numbers(item.Experiment, Naming.Slug(language.Key), [.. language])));

    private static IEnumerable<Number> Numbers(string experiment, string slug, List<DensityRow> rows)
    {
        var last = rows.Max(row => row.Step);
        var final = rows.FindAll(row => row.Step == last);
        yield return Spread.OverSeeds(
                [.. final.GroupBy(row => row.Seed).Select(Closed)], () => ClosedOverWindows(final))
            .ToNumber($"{experiment}.closed.{slug}", "share");
        foreach (var (series, of) in Series)
            yield return Mean(final, of).ToNumber($"{experiment}.{series}.{slug}", "nats/token");

        var trend = Trend(experiment, rows);
        yield return new Number($"{experiment}.trend.{slug}", trend.Coefficient, "tau", null, null, trend.N);
        yield return new Number($"{experiment}.trend-p.{slug}", trend.PFalling, "p-value", null, null, trend.N);
    }

    private static TrendTest Trend(string experiment, List<DensityRow> rows)
    {
        double[] course = [.. rows.GroupBy(row => row.Step).OrderBy(step => step.Key)
            .Select(step => Mean(step, Excess).Value)];
        return course.Length > 1 ? MannKendall.Test(course) : throw new InputException(
            "the models were measured after their last step only", experiment,
            "Give SnapshotSteps, so that there is a course to test for a trend.");
    }

    private static double Excess(DensityRow row) => row.Loss - row.Optimum;

    private static Estimate Mean(IEnumerable<DensityRow> rows, Func<DensityRow, double> of) =>
        Spread.OfMean([.. rows], row => row.Seed, of);

    private static double Closed(IEnumerable<DensityRow> rows)
    {
        var optimum = Moments.Mean([.. rows.Select(row => row.Optimum)]);
        var frequencies = Moments.Mean([.. rows.Select(row => row.Frequencies)]);
        return 1 - ((Moments.Mean([.. rows.Select(row => row.Loss)]) - optimum) / (frequencies - optimum));
    }

    private static Estimate ClosedOverWindows(List<DensityRow> rows)
    {
        var gap = Moments.Mean([.. rows.Select(row => row.Frequencies - row.Optimum)]);
        return StudentInterval.OfMean([.. rows.Select(row => 1 - (Excess(row) / gap))]);
    }
}
