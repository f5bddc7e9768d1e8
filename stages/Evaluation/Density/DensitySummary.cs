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
        ("loss", row => row.CrossEntropy),
        ("optimum", row => row.Optimum),
        ("frequencies", row => row.Frequencies),
        ("excess", row => row.CrossEntropy - row.Optimum),
        ("deviation", row => row.Deviation),
        ("released deviation", row => row.ReleasedDeviation),
        ("optimal released deviation", row => row.OptimalReleasedDeviation),
    ];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<DensityRow>> density, Summary output, JobContext job)
    {
        var numbers = new List<Number>();
        var curves = new List<CurvePoint>();
        foreach (var language in density.SelectMany(table => table.Read()).GroupBy(row => row.Language))
        {
            var points = language.GroupBy(row => row.Step).OrderBy(step => step.Key)
                .SelectMany(step => Series.Select(series => (step.Key, series.Series, Estimate: Mean(step, series.Of))))
                .ToList();
            curves.AddRange(points.Select(point => point.Estimate.ToPoint(language.Key, point.Series, point.Key)));
            numbers.AddRange(Numbers(item.Experiment, language, [.. points.Where(point => point.Series == "excess").Select(point => point.Estimate)]));
        }

        output.Write(numbers, curves);
    }

    private static IEnumerable<Number> Numbers(string experiment, IGrouping<string, DensityRow> language, List<Estimate> excess)
    {
        var slug = Naming.Slug(language.Key);
        var last = language.Max(row => row.Step);
        var final = language.Where(row => row.Step == last).ToList();
        yield return Spread.OverSeeds([.. final.GroupBy(row => row.Seed).Select(Closed)], () => ClosedOverWindows(final))
            .ToNumber($"{experiment}.closed.{slug}", "share");
        foreach (var (series, of) in Series)
            yield return Mean(final, of).ToNumber($"{experiment}.{series.Replace(' ', '-')}.{slug}", "nats/symbol");

        var trend = MannKendall.Test(excess.ConvertAll(estimate => estimate.Value).ToArray());
        yield return new Number($"{experiment}.trend.{slug}", trend.Coefficient, "tau", null, null, trend.N);
        yield return new Number($"{experiment}.trend-p.{slug}", trend.PFalling, "p", null, null, trend.N);
    }

    private static Estimate Mean(IEnumerable<DensityRow> rows, Func<DensityRow, double> of) => Spread.OfMean([.. rows], row => row.Seed, of);

    private static double Closed(IEnumerable<DensityRow> rows)
    {
        var optimum = Moments.Mean([.. rows.Select(row => row.Optimum)]);
        var frequencies = Moments.Mean([.. rows.Select(row => row.Frequencies)]);
        return 1 - ((Moments.Mean([.. rows.Select(row => row.CrossEntropy)]) - optimum) / (frequencies - optimum));
    }

    private static Estimate ClosedOverWindows(IReadOnlyList<DensityRow> rows)
    {
        var gap = Moments.Mean([.. rows.Select(row => row.Frequencies - row.Optimum)]);
        return StudentInterval.OfMean([.. rows.Select(row => 1 - ((row.CrossEntropy - row.Optimum) / gap))]);
    }
}
