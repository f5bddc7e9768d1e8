using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Research.Conformance.Cases;
using Research.Numerics.Reference;

namespace Research.Conformance;

/// <summary>The result of a comparison with the golden table.</summary>
/// <param name="Results">One for each kernel and device that is here.</param>
/// <param name="Absent">Devices that this machine lacks.</param>
/// <param name="Processor">What a person calls the processor.</param>
public sealed record ConformanceReport(IReadOnlyList<KernelResult> Results, IReadOnlyList<string> Absent, string Processor)
{
    private const int Shown = 8;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Whether every digest is the golden one.</summary>
    public bool Passed => Results.All(result => result.Mismatch is null);

    /// <summary>Sentences on what differs.</summary>
    public IEnumerable<string> Mismatches => Results.Select(result => result.Mismatch).OfType<string>();

    /// <summary>The machine, in a line.</summary>
    public string Machine => $"{Processor}, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}";

    /// <summary>The table: a row for each kernel, a column for each device, the first digits of the digest; ≠ where it is not the golden one, with the numbers of threads for which it is not if others are right.</summary>
    public IReadOnlyList<string> Table()
    {
        var devices = Results.Select(result => result.Device).Distinct().ToList();
        var widths = devices.Select(device => Math.Max(device.Length, Shown + 2)).ToList();
        var kernels = CaseCatalog.Kernels.Max(kernel => kernel.Length);
        return
        [
            Line("kernel", "cases", devices),
            .. CaseCatalog.Kernels.Select(kernel => Line(
                kernel, $"{CaseCatalog.Of(kernel).Count()}",
                devices.Select(device => Cell(Results.FirstOrDefault(result => result.Kernel == kernel && result.Device == device))))),
            "= golden with every number of threads tried; ≠ not golden; · runs on the host, whatever the device",
            .. Threads,
            .. Absent.Select(device => $"{device}: not on this machine"),
        ];

        string Line(string kernel, string cases, IEnumerable<string> cells) =>
            $"{kernel.PadRight(kernels)}  {cases,5}  {string.Join("  ", cells.Zip(widths, (cell, width) => cell.PadRight(width)))}".TrimEnd();
    }

    /// <summary>The result as JSON, to be sent in.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new { Specification = NumericSpecification.Version, Machine, Passed, Absent, Results }, Json) + "\n";

    /// <summary>The result as text, to be sent in.</summary>
    public string ToText()
    {
        var text = new StringBuilder($"{NumericSpecification.Version} on {Machine}\n\n");
        foreach (var line in Table()) text.Append(line).Append('\n');
        foreach (var mismatch in Mismatches) text.Append('\n').Append(mismatch).Append('\n');
        return text.ToString();
    }

    private IEnumerable<string> Threads => Results
        .Where(result => result.Device != ConformanceSuite.Reference).DistinctBy(result => result.Device)
        .Select(result => $"{result.Device}: with {string.Join(", ", result.Threads)} threads");

    private static string Cell(KernelResult? result) => result switch
    {
        null => "·",
        { Mismatch: null } => $"{result.Digest[..Shown]} =",
        _ when result.Differing.Count == result.Threads.Count => $"{result.Digest[..Shown]} ≠",
        _ => $"{result.Digest[..Shown]} ≠ {string.Join(",", result.Differing)}t",
    };
}
