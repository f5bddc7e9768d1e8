using System.Globalization;

namespace Research.Snapshots.Tests;

/// <summary>What differs between results of record and others, as a table that a person can read.</summary>
internal static class NumberDrift
{
    private const int MostRows = 60;
    private const int WidestValue = 60;

    /// <summary>The table; empty if nothing differs.</summary>
    public static string Table(ReportNumbers verified, ReportNumbers received)
    {
        var rows = verified.Facts.Keys.Union(received.Facts.Keys)
            .Select(id => Row(id, verified.Facts.GetValueOrDefault(id), received.Facts.GetValueOrDefault(id)))
            .OfType<string[]>()
            .ToList();
        if (rows.Count == 0) return "";
        List<string[]> table = [["number", "verified", "received", "difference"], .. rows.Take(MostRows)];
        var widths = Enumerable.Range(0, 3).Select(column => table.Max(row => row[column].Length)).ToArray();
        var lines = table.Select(row => string.Join(" | ", row.Select((cell, column) =>
            column < widths.Length ? cell.PadRight(widths[column]) : cell)));
        var rest = rows.Count > MostRows ? $"\nand {rows.Count - MostRows} more" : "";
        return $"{string.Join('\n', lines.Select(line => line.TrimEnd()))}{rest}";
    }

    private static string[]? Row(string id, string? verified, string? received) => (verified, received) switch
    {
        (null, { } added) => [id, "", Short(added), "new"],
        ({ } gone, null) => [id, Short(gone), "", "gone"],
        ({ } old, { } now) when old != now => [id, Short(old), Short(now), Difference(old, now)],
        _ => null,
    };

    private static string Difference(string verified, string received) =>
        double.TryParse(verified, CultureInfo.InvariantCulture, out var old)
        && double.TryParse(received, CultureInfo.InvariantCulture, out var now)
            ? (now - old).ToString("+0.###e+0;-0.###e+0;0", CultureInfo.InvariantCulture)
            : "";

    private static string Short(string value) =>
        value.Length <= WidestValue ? value : $"{value[..(WidestValue - 3)]}...";
}
