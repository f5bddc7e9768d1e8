using System.Text.Json;
using Research.Numerics.Cpu;
using Research.Numerics.Reference;

namespace Research.Benchmarks;

/// <summary>Collects measurements, prints them as they come, and writes them as tables and as JSON.</summary>
internal sealed class Report(Machine machine, TextWriter output)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<Measurement> measurements = [];
    private readonly List<string> notes = [];
    private readonly List<string> failures = [];
    private readonly Dictionary<InstructionSet, double> peaks = [];

    /// <summary>The FMA peak of one core, measured when first asked for.</summary>
    public double PeakOf(InstructionSet set, Timing timing)
    {
        if (!peaks.TryGetValue(set, out var peak))
        {
            peaks[set] = peak = FmaPeak.Measure(set, timing);
            Add([new Measurement(
                "peak", "one core", "fused multiply-add", $"CPU ({InstructionSets.DisplayName(set)})", 1, peak, "GFLOP/s", 1)]);
        }

        return peak;
    }

    /// <summary>What must not be: bits that differ.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>Says what must not be.</summary>
    public void Fail(string failure)
    {
        failures.Add(failure);
        output.WriteLine(failure);
    }

    /// <summary>Something to know about the figures.</summary>
    public void Note(string note)
    {
        notes.Add(note);
        output.WriteLine(note);
    }

    public void Add(IEnumerable<Measurement> more)
    {
        foreach (var measurement in more)
        {
            measurements.Add(measurement);
            var share = measurement.ShareOfPeak is { } s ? $"{100 * s,5:F0} % of peak" : "";
            var ratio = measurement.Ratio is { } r ? $"  {r:F2} x {measurement.Peer}" : "";
            output.WriteLine(
                $"{measurement.Configuration,-8} {measurement.Device,-16} {measurement.Threads,2} t  {measurement.Name,-50} " +
                $"{measurement.Value,12:F1} {measurement.Unit,-10}{share}{ratio}");
        }
    }

    /// <summary>Prints the tables of docs/benchmarks.md.</summary>
    public void PrintTables()
    {
        output.WriteLine($"\n{MarkdownTables.Of(machine, notes, measurements)}");
    }

    public void WriteJson(string path) => File.WriteAllText(
        path,
        JsonSerializer.Serialize(new { Machine = machine, NumericSpecification.Version, Notes = notes, Failures = failures, Measurements = measurements }, Options) + "\n");
}
