using System.Runtime.InteropServices;

namespace Research.Benchmarks;

/// <summary>The machine that the figures come from.</summary>
/// <param name="Processor">Its name, as the system gives it.</param>
/// <param name="Cores">Logical processors.</param>
/// <param name="InstructionSets">What kernels can be run with.</param>
/// <param name="Runtime">The .NET runtime.</param>
/// <param name="OperatingSystem">The system.</param>
internal sealed record Machine(
    string Processor, int Cores, IReadOnlyList<string> InstructionSets, string Runtime, string OperatingSystem)
{
    private const string ProcessorTable = "/proc/cpuinfo";

    /// <summary>The machine as it is.</summary>
    public static Machine Read() => new(
        ProcessorName(), Environment.ProcessorCount,
        [.. Numerics.Cpu.InstructionSets.Available.Select(Numerics.Cpu.InstructionSets.DisplayName)],
        RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription);

    private static string ProcessorName()
    {
        var line = File.Exists(ProcessorTable)
            ? File.ReadLines(ProcessorTable).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[^1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
