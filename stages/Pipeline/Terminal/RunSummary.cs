using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>What is printed when a run is over: errors and warnings, the table, and whether it succeeded.</summary>
internal static class RunSummary
{
    /// <summary>The rows of the table; verbs that only bundle others have none.</summary>
    /// <param name="state">The run.</param>
    /// <param name="reported">What verbs reported for their row, by target.</param>
    /// <param name="time">The clock.</param>
    public static IReadOnlyList<SummaryRow> Rows(
        RunState state, IReadOnlyDictionary<string, IReadOnlyList<string>> reported, TimeProvider time) =>
    [
        .. state.Graph.Targets
            .Where(target => !target.IsVerb || target.Declaration.Action is not null)
            .Select(target => new TargetTally(target, [.. state.RunsOf(target)]))
            .Select(tally => new SummaryRow(
                tally.Target.Name,
                tally.Status,
                tally.Target.IsVerb ? null : tally.Runs.Count,
                tally.Target.IsVerb ? null : tally.Cached,
                tally.HasRun ? tally.Busy(time) : null,
                Note(tally, reported.GetValueOrDefault(tally.Target.Name, [])))),
    ];

    /// <summary>The block that repeats errors and warnings; empty if there are none.</summary>
    public static IReadOnlyList<string> Issues(IReadOnlyList<Issue> issues, Paint paint) => issues.Count == 0 ? [] :
    [
        "",
        paint.Bold("Errors & Warnings"),
        .. issues.OrderByDescending(issue => issue.IsError).Select(issue => issue.IsError
            ? paint.Red("[ERR] ") + Indented(issue.Text)
            : paint.Yellow("[WRN] ") + Indented(issue.Text)),
    ];

    /// <summary>The last line.</summary>
    public static string LastLine(RunVerdict verdict, DateTimeOffset now, Paint paint)
    {
        var when = now.ToString("yyyy-MM-dd HH:mm:ss");
        return verdict switch
        {
            RunVerdict.Succeeded => paint.Green($"Build succeeded on {when}. ＼（＾ᴗ＾）／"),
            RunVerdict.Cancelled => paint.Yellow($"Build cancelled on {when}. What was finished stays cached."),
            _ => paint.Red($"Build failed on {when}. (╯°□°）╯︵ ┻━┻"),
        };
    }

    private static string Note(TargetTally tally, IReadOnlyList<string> reported)
    {
        var failed = tally.Runs.Where(run => run.Status == JobStatus.Failed).ToList();
        if (failed is [var single])
            return FailureText.Message(single.Failure!).Split('\n')[0];
        return failed.Count > 1 ? $"{failed.Count} of {tally.Runs.Count} jobs failed"
            : tally.Target.SkipReason is { } reason ? $"OnlyWhen: {reason}"
            : string.Join(", ", reported);
    }

    private static string Indented(string text) => text.Replace("\n", "\n      ", StringComparison.Ordinal);
}
