using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Classes;

/// <summary>How far each class strays from coupled density evolution, and from one that does not know of classes.</summary>
public static class ClassSummary
{
    /// <summary>Summarizes all settings.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<ClassRow>> classes, Table<Number> output, JobContext job) =>
        output.Write(classes
            .SelectMany(table => table.Read())
            .GroupBy(row => (row.Setting, row.Limit, row.Class))
            .OrderBy(group => group.Key)
            .SelectMany(group => Numbers(item.Experiment, $"{group.Key.Setting}.{group.Key.Class}", [.. group])));

    private static IEnumerable<Number> Numbers(string experiment, string name, List<ClassRow> rows)
    {
        yield return StudentInterval.OfMean([.. rows.Select(row => row.Unlearned)]).ToNumber($"{experiment}.unlearned.{name}", "share");
        yield return new($"{experiment}.predicted.{name}", rows[0].Predicted, "share", null, null, 1);
        yield return new($"{experiment}.pooled.{name}", rows[0].Pooled, "share", null, null, 1);
        yield return StudentInterval.OfMean([.. rows.Select(row => row.Unlearned - row.Predicted)])
            .ToNumber($"{experiment}.deviation.{name}", "share");
    }
}
