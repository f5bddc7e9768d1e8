using Research.Numerics.Gpu;

namespace Research.Numerics.Tests.Gpu;

/// <summary>A door that records launches as CUDA's graphs do, on top of one that cannot: what was recorded is fixed, arguments included.</summary>
internal sealed class RecordingDriver(GpuDriver inner) : GpuDriver
{
    private readonly List<List<Action>> recordings = [[]];
    private List<Action>? current;

    /// <summary>How often a recording was repeated.</summary>
    public int Replays { get; private set; }

    /// <summary>How many recordings were made.</summary>
    public int Recordings => recordings.Count - 1;

    public override string Name => inner.Name;

    public override int ComputeUnits => inner.ComputeUnits;

    public override long Memory => inner.Memory;

    public override bool CanRecord => true;

    public override void BeginRecording() => current = [];

    public override nint EndRecording()
    {
        recordings.Add(current!);
        current = null;
        return recordings.Count - 1;
    }

    public override void Replay(nint recording)
    {
        Replays++;
        foreach (var launch in recordings[(int)recording]) launch();
    }

    public override void Launch(nint kernel, int x, int y, int z, int workItems, ReadOnlySpan<GpuArgument> arguments)
    {
        var fixedArguments = arguments.ToArray();
        if (current is null) inner.Launch(kernel, x, y, z, workItems, fixedArguments);
        else current.Add(() => inner.Launch(kernel, x, y, z, workItems, fixedArguments));
    }

    public override void Free(nint memory)
    {
        NotWhileRecording();
        inner.Free(memory);
    }

    public override void Write(nint memory, long offset, ReadOnlySpan<byte> source)
    {
        NotWhileRecording();
        inner.Write(memory, offset, source);
    }

    public override void Read(nint memory, long offset, Span<byte> destination)
    {
        NotWhileRecording();
        inner.Read(memory, offset, destination);
    }

    public override nint Kernel(string name) => inner.Kernel(name);

    public override void Finish()
    {
        NotWhileRecording();
        inner.Finish();
    }

    protected override nint TryAllocate(long bytes)
    {
        NotWhileRecording();
        return inner.Allocate(bytes);
    }

    protected override void Dispose(bool disposing) => inner.Dispose();

    private void NotWhileRecording()
    {
        if (current is not null) throw new InvalidOperationException("A graph cannot record this.");
    }
}
