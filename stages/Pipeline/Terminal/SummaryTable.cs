using System.Globalization;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>The table that closes a run, in NUKE's form with columns for jobs.</summary>
internal static class SummaryTable
{
    private const int StatusWidth = 10;
    private const int LongestNote = 100;
    private const int JobsWidth = 7;
    private const int CachedWidth = 9;
    private const int DurationWidth = 11;

    /// <summary>The lines of the table.</summary>
    /// <param name="rows">One per target.</param>
    /// <param name="total">Wall time of the run: targets overlap, so their durations do not add up to it.</param>
    /// <param name="totalNote">What is said behind the total; may be empty.</param>
    /// <param name="paint">Colors.</param>
    public static IReadOnlyList<string> Format(
        IReadOnlyList<SummaryRow> rows, TimeSpan total, string totalNote, Paint paint)
    {
        var nameWidth = Math.Max(rows.Select(row => row.Target.Length).DefaultIfEmpty(0).Max() + 4, 19);
        return TableFrame.Around(
            Line(nameWidth, "Target", "Status", "Jobs", "Cached", "Duration"),
            rows.Select(row => Line(nameWidth, row, paint)),
            paint.Bold(Total(nameWidth, rows, total)) + Note(totalNote, paint),
            paint);
    }

    private static string Line(int nameWidth, SummaryRow row, Paint paint)
    {
        var duration = row.Duration is { } known ? Durations.Format(known) : "";
        var line = Line(nameWidth, row.Target, $"{row.Status}", Number(row.Jobs), Number(row.Cached), duration);
        return Color(row.Status, paint)(row.Note.Length == 0 ? line.TrimEnd() : line) + Note(row.Note, paint);
    }

    private static string Total(int nameWidth, IReadOnlyList<SummaryRow> rows, TimeSpan total)
    {
        var (jobs, cached) = (rows.Sum(row => row.Jobs), rows.Sum(row => row.Cached));
        return Line(nameWidth, "Total", "", Number(jobs), Number(cached), Durations.Format(total));
    }

    private static Func<string, string> Color(JobStatus status, Paint paint) => status switch
    {
        JobStatus.Failed or JobStatus.Aborted => paint.Red,
        JobStatus.Skipped or JobStatus.NotRun => paint.Yellow,
        JobStatus.Succeeded => paint.Green,
        _ => paint.Cyan,
    };

    private static string Line(
        int nameWidth, string target, string status, string jobs, string cached, string duration) =>
        target.PadRight(nameWidth)
            + status.PadRight(StatusWidth)
            + jobs.PadLeft(JobsWidth)
            + cached.PadLeft(CachedWidth)
            + duration.PadLeft(DurationWidth);

    // A whole message stands above the table; here its beginning is enough.
    private static string Note(string note, Paint paint) =>
        note.Length == 0 ? "" : paint.Dim($"   // {(note.Length > LongestNote ? note[..LongestNote] + " ..." : note)}");

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
