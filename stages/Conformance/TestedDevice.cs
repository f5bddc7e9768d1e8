using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Conformance;

/// <summary>A device whose bits are compared, or the reason why it is not here.</summary>
/// <param name="Name">What a person calls it: <c>CPU (AVX-512)</c>.</param>
/// <param name="Create">Makes it for a number of threads; null if this machine lacks it.</param>
/// <param name="Threads">Numbers of threads to try.</param>
/// <param name="IsGpu">It is reached through a GPU's driver.</param>
public sealed record TestedDevice(string Name, Func<int, Device>? Create, IReadOnlyList<int> Threads, bool IsGpu = false)
{
    /// <summary>Every device that the program knows, in the order of the table's columns.</summary>
    /// <remarks>A further kind of device is one further line.</remarks>
    public static IReadOnlyList<TestedDevice> All { get; } =
        [.. Enum.GetValues<InstructionSet>().Order().Select(OfProcessor), OfGpu("OpenCL", cuda: false), OfGpu("CUDA", cuda: true)];

    // A GPU has no threads to count; its products are cut for several numbers of multiprocessors instead.
    private static TestedDevice OfGpu(string door, bool cuda)
    {
        using var device = Gpus.OpenFor(cuda);
        return new(device?.Name ?? $"GPU ({door})", device is null ? null : units => Gpus.OpenFor(cuda, units)!, [1, 16, 1000], IsGpu: true);
    }

    private static TestedDevice OfProcessor(InstructionSet set) => new(
        $"CPU ({InstructionSets.DisplayName(set)})",
        InstructionSets.IsAvailable(set) ? threads => new CpuDevice(threads, set, allowEmulatedFma: true) : null,
        [.. new[] { 1, 2, 3, Math.Max(4, Environment.ProcessorCount) }.Distinct()]);
}
