using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Research.Jobs;

namespace Research.Pipeline.Records;

/// <summary>Looks at the machine the process runs on.</summary>
internal static class Machine
{
    private const string ProcessorTable = "/proc/cpuinfo";

    /// <summary>The widest vector instructions the runtime uses here.</summary>
    public static string Instructions =>
        Avx512F.IsSupported ? "AVX-512"
        : Avx2.IsSupported ? "AVX2"
        : AdvSimd.IsSupported ? "NEON"
        : "scalar";

    /// <summary>A few words: <c>2 cores · CPU (AVX-512)</c>, and whether a GPU was asked for.</summary>
    public static string Shown(int cores, DeviceChoice device) =>
        $"{cores} {(cores == 1 ? "core" : "cores")} · CPU ({Instructions}){(device == DeviceChoice.Gpu ? " and GPU" : "")}";

    /// <summary>The machine as it is.</summary>
    public static MachineRecord Read() => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
        Processor(),
        Instructions,
        Environment.ProcessorCount,
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    private static string Processor()
    {
        try
        {
            var line = File.Exists(ProcessorTable)
                ? File.ReadLines(ProcessorTable).FirstOrDefault(
                    line => line.StartsWith("model name", StringComparison.Ordinal))
                : null;
            return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
                ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
                ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
