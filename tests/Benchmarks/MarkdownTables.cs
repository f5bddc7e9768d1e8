using System.Globalization;
using System.Text;

namespace Research.Benchmarks;

/// <summary>The results as they stand in docs/benchmarks.md: one table for each group, one thread beside several.</summary>
internal static class MarkdownTables
{
    public static string Of(Machine machine, IReadOnlyList<string> notes, IReadOnlyList<Measurement> measurements)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{machine.Processor}, {machine.Cores} logical processors, {string.Join(", ", machine.InstructionSets)}; {machine.Runtime}, {machine.OperatingSystem}.");
        foreach (var note in notes)
            text.AppendLine(CultureInfo.InvariantCulture, $"{note}.");
        var threads = measurements.Select(measurement => measurement.Threads).DefaultIfEmpty(1).Max();

        // A peer's own products are in the ratios.
        var shown = measurements.Where(measurement => 
            measurement.Device.StartsWith("CPU", StringComparison.Ordinal) || measurement.Group.StartsWith("gpu", StringComparison.Ordinal));
        foreach (var group in shown.GroupBy(measurement => measurement.Group))
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"### {group.Key}").AppendLine();
            text.AppendLine(CultureInfo.InvariantCulture, $"| model | what | where | 1 thread | {threads} threads | scaling | of peak, 1 thread | ratio, 1 thread | ratio, {threads} threads |");
            text.AppendLine("|---|---|---|---:|---:|---:|---:|---:|---:|");
            foreach (var line in group.GroupBy(measurement => (measurement.Configuration, measurement.Name, measurement.Device)))
                text.AppendLine(Line(line.Key.Configuration, line.Key.Name, line.Key.Device, [.. line], threads));
            foreach (var line in group.Where(measurement => measurement.Group == "products").GroupBy(measurement => (measurement.Configuration, measurement.Device)))
                text.AppendLine(Worst(line.Key.Configuration, line.Key.Device, [.. line], threads));
        }

        return text.ToString();
    }

    private static string Line(string configuration, string name, string device, IReadOnlyList<Measurement> line, int threads)
    {
        var one = line.FirstOrDefault(measurement => measurement.Threads == 1);
        var many = threads > 1 ? line.FirstOrDefault(measurement => measurement.Threads == threads) : null;
        var unit = line[0].Unit;
        var peer = line.Select(measurement => measurement.Peer).FirstOrDefault(peer => peer is not null);
        string?[] cells =
        [
            configuration, peer is null ? name : $"{name} (ratio: to {peer})", device,
            one is null ? "" : $"{Number(one.Value)} {unit}", many is null ? "" : $"{Number(many.Value)} {unit}",
            one is null || many is null ? "" : Scaling(one, many), one?.ShareOfPeak is { } share ? Fixed(100 * share, 0) + " %" : "",
            one?.Ratio is { } ratio ? Fixed(ratio, 2) : "", many?.Ratio is { } ratioOfMany ? Fixed(ratioOfMany, 2) : "",
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    /// <summary>The worst figure of each column.</summary>
    private static string Worst(string configuration, string device, IReadOnlyList<Measurement> lines, int threads)
    {
        var one = lines.Where(measurement => measurement.Threads == 1).ToList();
        var many = lines.Where(measurement => measurement.Threads == threads && threads > 1).ToList();
        string[] cells =
        [
            $"**{configuration}**", "**the worst of them**", device, $"{Number(one.Min(line => line.Value))} GFLOP/s",
            many.Count == 0 ? "" : $"{Number(many.Min(line => line.Value))} GFLOP/s",
            many.Count == 0 ? "" : Fixed(many.Zip(one, (first, second) => first.Value / second.Value).Min(), 2),
            Fixed(100 * one.Min(line => line.ShareOfPeak) ?? 0, 0) + " %", Lowest(one), Lowest(many),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Lowest(IEnumerable<Measurement> lines) => lines.Min(line => line.Ratio) is { } ratio ? Fixed(ratio, 2) : "";

    /// <summary>How many times faster; where less is better, how many times shorter. Memory does not scale.</summary>
    private static string Scaling(Measurement one, Measurement many) => one.Unit switch
    {
        "MB" or "" => "",
        "us per step" or "ms per step" or "us" or "ms" or "s" => Fixed(one.Value / many.Value, 2),
        _ => Fixed(many.Value / one.Value, 2),
    };

    private static string Number(double value) => value.ToString(value < 10 ? "F2" : value < 100 ? "F1" : "#,0", CultureInfo.InvariantCulture);

    private static string Fixed(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);
}
