using System.Globalization;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Verification;

/// <summary>What is printed when a verification is over: the table, and how many jobs reproduce.</summary>
internal static class VerificationTable
{
    private const int DurationWidth = 11;

    private static readonly (string Header, Func<VerificationRow, int> Count)[] Columns =
    [
        ("Verified", row => row.Verified),
        ("Reproduced", row => row.Reproduced),
        ("Differing", row => row.Differing),
        ("Failed", row => row.Failed),
        ("Not cached", row => row.NotCached),
    ];

    /// <summary>The lines of the table.</summary>
    /// <param name="rows">One per target.</param>
    /// <param name="total">All jobs.</param>
    /// <param name="paint">Colors.</param>
    public static IReadOnlyList<string> Format(IReadOnlyList<VerificationRow> rows, VerificationRow total, Paint paint)
    {
        var nameWidth = Math.Max(rows.Max(row => row.Name.Length) + 2, 19);
        var headers = Columns.Select(column => column.Header.PadLeft(column.Header.Length + 2));
        var header = "Target".PadRight(nameWidth) + string.Concat(headers) + "Duration".PadLeft(DurationWidth);
        return TableFrame.Around(
            header,
            rows.Select(row => Color(row, paint)(Line(row, nameWidth))),
            paint.Bold(Line(total, nameWidth)),
            paint);
    }

    /// <summary><c>81 of 81 jobs reproduce bit for bit</c>.</summary>
    /// <param name="total">All jobs.</param>
    /// <param name="chosen">How many jobs were to be verified.</param>
    /// <param name="verdict">How it ended.</param>
    /// <param name="paint">Colors.</param>
    public static string LastLine(VerificationRow total, int chosen, RunVerdict verdict, Paint paint)
    {
        var line = $"{total.Reproduced} of {chosen} {(chosen == 1 ? "job reproduces" : "jobs reproduce")} bit for bit";
        List<string> rest = [];
        if (total.Differing > 0)
            rest.Add($"{total.Differing} {(total.Differing == 1 ? "differs" : "differ")}");
        if (total.Failed > 0)
            rest.Add($"{total.Failed} could not be verified");
        if (verdict == RunVerdict.Cancelled)
            rest.Add("stopped before the end");
        return verdict switch
        {
            RunVerdict.Succeeded => paint.Green(line),
            RunVerdict.Cancelled => paint.Yellow($"{line}; {string.Join(", ", rest)}"),
            _ => paint.Red($"{line}; {string.Join(", ", rest)}"),
        };
    }

    private static string Line(VerificationRow row, int nameWidth)
    {
        var counts = Columns.Select(column =>
            column.Count(row).ToString(CultureInfo.InvariantCulture).PadLeft(column.Header.Length + 2));
        var duration = row.Verified + row.Failed == 0 ? "" : Durations.Format(row.Duration);
        return (row.Name.PadRight(nameWidth) + string.Concat(counts) + duration.PadLeft(DurationWidth)).TrimEnd();
    }

    private static Func<string, string> Color(VerificationRow row, Paint paint) =>
        row.Differing + row.Failed > 0 ? paint.Red
        : row.NotCached > 0 ? paint.Yellow
        : row.Verified > 0 ? paint.Green
        : paint.Dim;
}
