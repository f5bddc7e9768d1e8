namespace Research.Numerics.Cpu;

/// <summary>Scratch memory of a device.</summary>
internal sealed class Workspaces : IDisposable
{
    /// <summary>Packed matrices, partial sums, and whatever else a kernel needs while it runs.</summary>
    public Workspace Scratch { get; } = new();

    /// <summary>Bytes held.</summary>
    public long Bytes => Scratch.Bytes;

    public void Dispose() => Scratch.Dispose();
}
