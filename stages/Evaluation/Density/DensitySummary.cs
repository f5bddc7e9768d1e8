using Research.Evaluation.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Density;

/// <summary>
/// What the density experiment says: the excess of the cross-entropy over the exact optimum during training, its trend, and the share of
/// the gap between a reader of symbol frequencies and the optimum that training has closed.
/// </summary>
public static class DensitySummary
{
    private static readonly (string Series, Func<DensityRow, double> Of)[] Series =
    [
        ("loss", row => row.Loss),
        ("optimum", row => row.Optimum),
        ("frequencies", row => row.Frequencies),
        ("excess", row => row.Loss - row.Optimum),
        ("deviation", row => row.Deviation),
        ("released-deviation", row => row.ReleasedDeviation),
        ("optimal-released-deviation", row => row.OptimalReleasedDeviation),
    ];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<DensityRow>> density, Table<Number> output, JobContext job) =>
        output.Write(density.SelectMany(table => table.Read()).GroupBy(row => row.Language).SelectMany(language => Numbers(item.Experiment, language)));

    private static IEnumerable<Number> Numbers(string experiment, IGrouping<string, DensityRow> language)
    {
        var slug = Naming.Slug(language.Key);
        var last = language.Max(row => row.Step);
        var final = language.Where(row => row.Step == last).ToList();
        yield return Spread.OverSeeds([.. final.GroupBy(row => row.Seed).Select(Closed)], () => ClosedOverWindows(final))
            .ToNumber($"{experiment}.closed.{slug}", "share");
        foreach (var (series, of) in Series)
            yield return Mean(final, of).ToNumber($"{experiment}.{series}.{slug}", "nats/token");

        var trend = MannKendall.Test([.. language.GroupBy(row => row.Step).OrderBy(step => step.Key)
            .Select(step => Mean(step, row => row.Loss - row.Optimum).Value)]);
        yield return new Number($"{experiment}.trend.{slug}", trend.Coefficient, "tau", null, null, trend.N);
        yield return new Number($"{experiment}.trend-p.{slug}", trend.PFalling, "p-value", null, null, trend.N);
    }

    private static Estimate Mean(IEnumerable<DensityRow> rows, Func<DensityRow, double> of) => Spread.OfMean([.. rows], row => row.Seed, of);

    private static double Closed(IEnumerable<DensityRow> rows)
    {
        var optimum = Moments.Mean([.. rows.Select(row => row.Optimum)]);
        var frequencies = Moments.Mean([.. rows.Select(row => row.Frequencies)]);
        return 1 - ((Moments.Mean([.. rows.Select(row => row.Loss)]) - optimum) / (frequencies - optimum));
    }

    private static Estimate ClosedOverWindows(IReadOnlyList<DensityRow> rows)
    {
        var gap = Moments.Mean([.. rows.Select(row => row.Frequencies - row.Optimum)]);
        return StudentInterval.OfMean([.. rows.Select(row => 1 - ((row.Loss - row.Optimum) / gap))]);
    }
}
