namespace Research.Numerics.Cpu;

/// <summary>Scratch memory of a device.</summary>
internal sealed class Workspaces : IDisposable
{
    /// <summary>Packed matrices, partial sums, and whatever else a kernel needs while it runs.</summary>
    public Workspace Scratch { get; } = new();

    /// <summary>A matrix product before it is added to a result.</summary>
    public Workspace Total { get; } = new();

    public void Dispose()
    {
        Scratch.Dispose();
        Total.Dispose();
    }
}
