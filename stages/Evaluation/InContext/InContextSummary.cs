using Research.Evaluation.Summaries;
using Research.Jobs;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.InContext;

/// <summary>What the in-context learning experiment says: the mean KL by number of examples, and the slope of its logarithm.</summary>
public static class InContextSummary
{
    /// <summary>A mean KL below this is zero up to the floor inside the logarithms, and has no slope.</summary>
    private const double Zero = 1e-6;

    /// <summary>The corrected bound on KL, -ln(1 - b), with b kept below 1 so that one hopeless trial does not hide the others.</summary>
    private const double LargestOddsBound = 1 - 1e-15;

    private static readonly (string Series, Func<InContextRow, double> Of)[] Series =
    [
        ("model", row => row.ModelKl),
        ("oracle", row => row.OracleKl),
        ("reader who knows the sharing", row => row.SharedKl),
        ("bound for that reader", row => AmbiguityBounds.KlDivergence(row.OddsBound < LargestOddsBound ? row.OddsBound : LargestOddsBound)),
    ];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<InContextRow>> inContext, Summary output, JobContext job)
    {
        var numbers = new List<Number>();
        var curves = new List<CurvePoint>();
        foreach (var language in inContext.SelectMany(table => table.Read()).GroupBy(row => row.Language))
        {
            var slug = Naming.Slug(language.Key);
            foreach (var examples in language.GroupBy(row => row.Examples))
            {
                foreach (var (series, of) in Series) curves.Add(Mean([.. examples], of).ToPoint(language.Key, series, examples.Key));
                numbers.Add(Mean([.. examples], row => row.ModelKl).ToNumber($"{item.Experiment}.model.kl.{slug}.m{examples.Key}", "nats"));
                numbers.Add(Mean([.. examples], row => row.OracleKl).ToNumber($"{item.Experiment}.oracle.kl.{slug}.m{examples.Key}", "nats"));
            }

            var trials = Trials(language);
            numbers.Add(Spread.OverSeeds([.. language.GroupBy(row => row.Seed).Select(seed => Slope(Trials(seed), row => row.ModelKl))], () => Spread.OverBlocks(trials, part => Slope(part, row => row.ModelKl)))
                .ToNumber($"{item.Experiment}.model.slope.{slug}", "per example"));
            if (MeansByExamples(trials, row => row.OracleKl).All(mean => mean > Zero))
            {
                numbers.Add(Spread.OverBlocks(trials, part => Slope(part, row => row.OracleKl))
                    .ToNumber($"{item.Experiment}.oracle.slope.{slug}", "per example"));
            }
        }

        output.Write(numbers, curves);
    }

    private static List<InContextRow[]> Trials(IEnumerable<InContextRow> rows) =>
        [.. rows.GroupBy(row => (row.Seed, row.Trial)).Select(trial => trial.OrderBy(row => row.Examples).ToArray())];

    /// <summary>Slope of ln(mean KL) over the number of examples.</summary>
    private static double Slope(IReadOnlyList<InContextRow[]> trials, Func<InContextRow, double> of)
    {
        double[] examples = [.. trials[0].Select(row => (double)row.Examples)];
        double[] logs = [.. MeansByExamples(trials, of).Select(Elementary.Log)];
        return LinearRegression.Fit(examples, logs).Slope;
    }

    private static IEnumerable<double> MeansByExamples(IReadOnlyList<InContextRow[]> trials, Func<InContextRow, double> of) =>
        Enumerable.Range(0, trials[0].Length).Select(m => Moments.Mean([.. trials.Select(trial => of(trial[m]))]));

    private static Estimate Mean(List<InContextRow> rows, Func<InContextRow, double> of) => Spread.OfMean(rows, row => row.Seed, of);
}
