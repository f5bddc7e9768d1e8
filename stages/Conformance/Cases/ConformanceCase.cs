using Research.Numerics.Devices;

namespace Research.Conformance.Cases;

/// <summary>One call of a kernel on fixed numbers.</summary>
/// <param name="Kernel">Name of the kernel: the method of <see cref="Device"/>.</param>
/// <param name="Name">Shape and kind of numbers, as an error names the case.</param>
/// <param name="Run">Runs it; returns what it wrote, by name.</param>
internal sealed record ConformanceCase(string Kernel, string Name, Func<CaseMemory, IReadOnlyList<(string Name, float[] Values)>> Run)
{
    /// <summary>What the case writes on a device.</summary>
    public IReadOnlyList<(string Name, float[] Values)> On(Device device)
    {
        using var memory = new CaseMemory(device);
        return Run(memory);
    }
}
