namespace Research.Pipeline.Records;

/// <summary>The machine of a run. Nothing of it is part of a key or an artifact.</summary>
/// <param name="OperatingSystem">Name and version.</param>
/// <param name="Architecture">Of the process: <c>x64</c>, <c>arm64</c>.</param>
/// <param name="Processor">Name of the processor, or empty if it is not known.</param>
/// <param name="Instructions">
/// The widest vector instructions of the processor: <c>AVX-512</c>, <c>AVX2</c>, <c>NEON</c>, <c>scalar</c>.
/// </param>
/// <param name="Cores">Cores the process may use.</param>
/// <param name="MemoryBytes">Memory the process may use.</param>
public sealed record MachineRecord(
    string OperatingSystem, string Architecture, string Processor, string Instructions, int Cores, long MemoryBytes);
