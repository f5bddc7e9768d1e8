using Research.Summaries;
using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.ChainOfThought;

/// <summary>What steps tell, exactly, for each topology: means over the held-out pairs with the fewest and with the most steps.</summary>
public static class StepInformationSummary
{
    /// <summary>Summarizes all worlds.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<StepInformationRow>> information, Table<Number> output, JobContext job) =>
        output.Write(information.SelectMany(table => table.Read()).GroupBy(row => row.Topology)
            .SelectMany(world => Numbers(item.Experiment, $"{world.Key}".ToLowerInvariant(), [.. world])));

    private static IEnumerable<Number> Numbers(string experiment, string topology, List<StepInformationRow> rows)
    {
        var heldOut = rows.FindAll(row => row.HeldOut);
        foreach (var (name, steps) in new[] { ("few", heldOut.Min(row => row.Steps)), ("many", heldOut.Max(row => row.Steps)) })
        {
            var pairs = heldOut.FindAll(row => row.Steps == steps);
            yield return Exact($"start-{name}", "nats", pairs, row => row.FromStart);
            yield return Exact($"steps-{name}", "nats", pairs, row => row.FromSteps);
            yield return Exact($"lower-{name}", "share", pairs, row => row.Lower);
        }

        yield return new($"{experiment}.information.own-steps.{topology}", rows.Max(row => row.OwnSteps), "", null, null, rows.Count);

        Number Exact(string name, string unit, List<StepInformationRow> pairs, Func<StepInformationRow, double> of) =>
            new($"{experiment}.information.{name}.{topology}", Moments.Mean([.. pairs.Select(of)]), unit, null, null, pairs.Count);
    }
}
