using Research.Summaries;
using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.InContext;

/// <summary>
/// What the in-context learning experiment says: the mean KL by number of examples, and the slope of its logarithm.
/// </summary>
public static class InContextSummary
{
    /// <summary>A mean KL below this is zero up to the floor inside the logarithms, and has no slope.</summary>
    private const double Zero = 1e-6;

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<InContextRow>> inContext, Table<Number> output, JobContext job) =>
        output.Write(inContext.SelectMany(table => table.Read()).GroupBy(row => row.Language)
            .SelectMany(language => Numbers(item.Experiment, Naming.Slug(language.Key), [.. language])));

    private static IEnumerable<Number> Numbers(string experiment, string slug, List<InContextRow> rows)
    {
        var trials = Trials(rows);
        yield return Spread.OverSeeds(
                [.. rows.GroupBy(row => row.Seed).Select(seed => Slope(Trials(seed), row => row.ModelKl))],
                () => Spread.OverBlocks(trials, part => Slope(part, row => row.ModelKl)))
            .ToNumber($"{experiment}.model.slope.{slug}", "per example");
        if (Spread.BlocksOf(trials).All(part => MeansByExamples(part, row => row.OracleKl).All(mean => mean > Zero)))
        {
            yield return Spread.OverBlocks(trials, part => Slope(part, row => row.OracleKl))
                .ToNumber($"{experiment}.oracle.slope.{slug}", "per example");
            yield return Spread.OverBlocks(trials, part => Slope(part, row => row.OracleKl, from: 2))
                .ToNumber($"{experiment}.oracle.later-slope.{slug}", "per example");
        }

        foreach (var (name, examples) in new[] { ("first", 1), ("last", rows.Max(row => row.Examples)) })
        {
            var prompts = rows.FindAll(row => row.Examples == examples);
            yield return Mean(prompts, row => row.ModelKl).ToNumber($"{experiment}.model.kl-{name}.{slug}", "nats");
            yield return Mean(prompts, row => row.OracleKl).ToNumber($"{experiment}.oracle.kl-{name}.{slug}", "nats");
            yield return Mean(prompts, row => row.SharedKl).ToNumber($"{experiment}.shared.kl-{name}.{slug}", "nats");
        }
    }

    private static List<InContextRow[]> Trials(IEnumerable<InContextRow> rows) =>
        [.. rows.GroupBy(row => (row.Seed, row.Trial)).Select(trial => trial.OrderBy(row => row.Examples).ToArray())];

    /// <summary>Slope of ln(mean KL) over the number of examples, from so many on.</summary>
    private static double Slope(IReadOnlyList<InContextRow[]> trials, Func<InContextRow, double> of, int from = 1)
    {
        double[] examples = [.. trials[0].Select(row => (double)row.Examples)];
        double[] logs = [.. MeansByExamples(trials, of).Select(Elementary.Log)];
        return LinearRegression.Fit(examples.AsSpan(from - 1), logs.AsSpan(from - 1)).Slope;
    }

    private static IEnumerable<double> MeansByExamples(
        IReadOnlyList<InContextRow[]> trials, Func<InContextRow, double> of) =>
        Enumerable.Range(0, trials[0].Length).Select(m => Moments.Mean([.. trials.Select(trial => of(trial[m]))]));

    private static Estimate Mean(List<InContextRow> rows, Func<InContextRow, double> of) =>
        Spread.OfMean(rows, row => row.Seed, of);
}
