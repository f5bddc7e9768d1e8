using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.ChainOfThought;

/// <summary>
/// What the chain-of-thought experiment says: KL by estimator, on held-out pairs and their controls; by how much steps beat the direct
/// estimate; and how that goes with the number of steps.
/// </summary>
public static class ChainOfThoughtSummary
{
    /// <summary>Whether steps help is asked of languages in which at least this share of the documents holds them.</summary>
    private const double LeastCoverage = 0.5;

    private static readonly Estimator[] Reasoning = [Estimator.Scaffolded, Estimator.Free];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ChainOfThoughtRow>> estimates, Table<Number> output, JobContext job) =>
        output.Write(estimates.SelectMany(table => table.Read()).GroupBy(row => row.Language)
            .SelectMany(language => Numbers(item.Experiment, Naming.Slug(language.Key), [.. language])));

    private static IEnumerable<Number> Numbers(string experiment, string slug, List<ChainOfThoughtRow> rows)
    {
        yield return Mean(rows.FindAll(row => row.Steps == 1)).ToNumber($"{experiment}.neighbors.{slug}", "nats");
        foreach (var estimator in Enum.GetValues<Estimator>())
        {
            yield return Mean(rows.FindAll(row => row.HeldOut && row.Estimator == estimator))
                .ToNumber($"{experiment}.kl.{Name(estimator)}.{slug}", "nats");
        }

        foreach (var estimator in Reasoning.Prepend(Estimator.Direct))
        {
            yield return Mean(rows.FindAll(row => row is { HeldOut: false, Steps: > 1 } && row.Estimator == estimator))
                .ToNumber($"{experiment}.control.{Name(estimator)}.{slug}", "nats");
        }

        var written = rows.FindAll(row => row is { HeldOut: true, Estimator: Estimator.Free });
        yield return Spread.OfMean(written, row => row.Seed, row => row.Reached!.Value).ToNumber($"{experiment}.reached.{slug}", "share");
        if (rows[0].Coverage < LeastCoverage) yield break;
        foreach (var estimator in Reasoning)
        {
            var gaps = StepGap.Of(rows, estimator);
            yield return Spread.OfMean(gaps, gap => gap.Seed, gap => gap.Gap).ToNumber($"{experiment}.gain.{Name(estimator)}.{slug}", "nats");
            yield return Spread.OverSeeds(
                    [.. gaps.GroupBy(gap => gap.Seed).Select(seed => StepGap.Line([.. seed]).Slope)], () => StepGap.Line(gaps).SlopeInterval())
                .ToNumber($"{experiment}.trend.{Name(estimator)}.{slug}", "nats per step");
        }
    }

    private static Estimate Mean(List<ChainOfThoughtRow> rows) => Spread.OfMean(rows, row => row.Seed, row => row.Kl);

    private static string Name(Estimator estimator) => estimator switch
    {
        Estimator.WrongSteps => "wrong-steps",
        Estimator.IrrelevantSteps => "irrelevant-steps",
        Estimator.AdjacentSteps => "adjacent-steps",
        _ => $"{estimator}".ToLowerInvariant(),
    };
}
