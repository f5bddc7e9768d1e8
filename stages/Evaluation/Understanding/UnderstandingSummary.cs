using Research.Evaluation.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Understanding;

/// <summary>
/// What the language-understanding experiment says: how often the gap exceeds epsilon(x), for the exact predictor and for the models, and
/// the KL of the author's protocol by length of the prompt.
/// </summary>
public static class UnderstandingSummary
{
    /// <summary>What a model's approximation error may add to the bound.</summary>
    private const double Allowance = 0.05;

    /// <summary>Excesses of the exact predictor up to here are rounding.</summary>
    private const double RelativeMargin = 1e-9;
    private const double AbsoluteMargin = 1e-12;

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<UnderstandingRow>> understanding, Table<Number> output, JobContext job) =>
        output.Write(understanding.SelectMany(table => table.Read()).GroupBy(row => row.Language)
            .SelectMany(language => Numbers(item.Experiment, Naming.Slug(language.Key), [.. language])));

    private static IEnumerable<Number> Numbers(string experiment, string slug, List<UnderstandingRow> rows)
    {
        var known = rows.FindAll(row => row.Protocol == PromptProtocol.Newline);
        var bare = rows.FindAll(row => row.Protocol == PromptProtocol.Bare);
        yield return Violations(known, $"{experiment}.oracle.violations.{slug}");
        yield return Violations(bare, $"{experiment}.oracle.violations-bare.{slug}");
        yield return Share(known, row => row.ModelGap <= row.Epsilon + Allowance).ToNumber($"{experiment}.model.within.{slug}", "share");
        yield return Share(known, row => row.ModelGap <= row.Epsilon).ToNumber($"{experiment}.model.strictly-within.{slug}", "share");
        yield return Mean(known, row => row.ModelGap).ToNumber($"{experiment}.model.gap.{slug}", "");
        yield return Mean(known, row => row.OracleGap).ToNumber($"{experiment}.oracle.gap.{slug}", "");
        yield return Mean(known, row => row.Approximation).ToNumber($"{experiment}.approximation.{slug}", "");
        yield return Mean(known, row => row.Epsilon).ToNumber($"{experiment}.epsilon.{slug}", "");
        foreach (var (protocol, prompts) in new[] { ("kl", bare), ("kl-newline", known) })
        {
            yield return Mean(prompts, row => row.ModelKl).ToNumber($"{experiment}.model.{protocol}.{slug}", "nats");
            yield return Mean(prompts, row => row.OracleKl).ToNumber($"{experiment}.oracle.{protocol}.{slug}", "nats");
        }
    }

    private static Number Violations(List<UnderstandingRow> rows, string id) => new(
        id, rows.Count(row => row.OracleGap > (row.Epsilon * (1 + RelativeMargin)) + AbsoluteMargin), "of prompts", null, null, rows.Count);

    private static Estimate Mean(List<UnderstandingRow> rows, Func<UnderstandingRow, double> of) => Spread.OfMean(rows, row => row.Seed, of);

    private static Estimate Share(List<UnderstandingRow> rows, Func<UnderstandingRow, bool> holds) =>
        Spread.OfShare([.. rows.GroupBy(row => row.Seed).Select(seed => (seed.Count(holds), seed.Count()))]);
}
