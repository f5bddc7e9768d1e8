using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Understanding;

/// <summary>
/// What the language-understanding experiment says: how often the gap exceeds epsilon(x), for the exact predictor and
/// for the models, and the KL of the author's protocol, with and without a leading newline.
/// </summary>
public static class UnderstandingSummary
{
    /// <summary>What a model's approximation error may add to the bound.</summary>
    private const double Allowance = 0.05;

    /// <summary>Excesses of the exact predictor up to here are rounding.</summary>
    private const double RelativeMargin = 1e-9;
    private const double AbsoluteMargin = 1e-12;

    private static readonly (string Quantity, string Unit, Func<UnderstandingRow, double> Of)[] Means =
    [
        ("model.gap", "", row => row.ModelGap),
        ("oracle.gap", "", row => row.OracleGap),
        ("approximation", "", row => row.Approximation),
        ("epsilon", "", row => row.Epsilon),
        ("model.kl-newline", "nats", row => row.ModelKl),
        ("oracle.kl-newline", "nats", row => row.OracleKl),
    ];

    private static readonly (string Quantity, string Unit, Func<UnderstandingRow, double> Of)[] BareMeans =
    [
        ("model.kl", "nats", row => row.ModelKl),
        ("oracle.kl", "nats", row => row.OracleKl),
    ];

    /// <summary>Summarizes all trainings.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<UnderstandingRow>> understanding, Table<Number> output, JobContext job) =>
        output.Write(understanding.SelectMany(table => table.Read()).GroupBy(row => row.Language)
            .SelectMany(language => Numbers($"{item.Experiment}.", $".{Naming.Slug(language.Key)}", [.. language])));

    private static IEnumerable<Number> Numbers(string prefix, string suffix, List<UnderstandingRow> rows)
    {
        var known = rows.FindAll(row => row.Protocol == PromptProtocol.Newline);
        var bare = rows.FindAll(row => row.Protocol == PromptProtocol.Bare);
        yield return Violations(known, $"{prefix}oracle.violations{suffix}");
        yield return Violations(bare, $"{prefix}oracle.violations-bare{suffix}");
        yield return Share(known, row => row.ModelGap <= row.Epsilon + Allowance)
            .ToNumber($"{prefix}model.within{suffix}", "share");
        yield return Share(known, row => row.ModelGap <= row.Epsilon)
            .ToNumber($"{prefix}model.strictly-within{suffix}", "share");
        foreach (var (quantity, unit, of) in Means)
            yield return Mean(known, of).ToNumber($"{prefix}{quantity}{suffix}", unit);
        foreach (var (quantity, unit, of) in BareMeans)
            yield return Mean(bare, of).ToNumber($"{prefix}{quantity}{suffix}", unit);
    }

    private static Number Violations(List<UnderstandingRow> rows, string id)
    {
        var exceeding = rows.Count(row => row.OracleGap > (row.Epsilon * (1 + RelativeMargin)) + AbsoluteMargin);
        return new(id, exceeding, "of prompts", null, null, rows.Count);
    }

    private static Estimate Mean(List<UnderstandingRow> rows, Func<UnderstandingRow, double> of) =>
        Spread.OfMean(rows, row => row.Seed, of);

    private static Estimate Share(List<UnderstandingRow> rows, Func<UnderstandingRow, bool> holds) =>
        Spread.OfShare([.. rows.GroupBy(row => row.Seed).Select(seed => (seed.Count(holds), seed.Count()))]);
}
