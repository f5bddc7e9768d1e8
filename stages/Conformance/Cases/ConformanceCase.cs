using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>One call of a kernel on fixed numbers.</summary>
/// <param name="Kernel">Name of the kernel: the method of <see cref="Device"/>.</param>
/// <param name="Name">Shape and kind of numbers, as an error names the case.</param>
/// <param name="Run">Runs it; returns what it wrote.</param>
internal sealed record ConformanceCase(string Kernel, string Name, Func<CaseMemory, IReadOnlyList<CaseOutput>> Run)
{
    /// <summary>Whether it runs on the host, whatever the device: an elementary function, random numbers.</summary>
    public bool OnHost { get; init; }

    /// <summary>What the case writes on a device, and what then stands beside the tensors, where it must not write.</summary>
    public IReadOnlyList<CaseOutput> On(Device device)
    {
        using var memory = new CaseMemory(device);
        return [.. Run(memory), memory.Margins()];
    }
}
