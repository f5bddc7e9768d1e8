using System.Text.Json;

namespace Research.Benchmarks;

/// <summary>Prints measurements as tables, and writes them as JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    public static void Print(Measurement measurement)
    {
        var share = measurement.ShareOfPeak is { } s ? $"{s,7:P0}" : "";
        Console.WriteLine(
            $"{measurement.Configuration,-8} {measurement.Device,-18} {measurement.Threads,2} t  {measurement.Name,-26} " +
            $"{measurement.Value,10:F1} {measurement.Unit,-12}{share}");
    }

    public static void WriteJson(string path, IReadOnlyList<Measurement> measurements) =>
        File.WriteAllText(path, JsonSerializer.Serialize(measurements, Options) + "\n");
}
