using Research.Numerics.Gpu;

namespace Research.Learning.Tests.Gpu;

/// <summary>A door to a device with hardly any memory.</summary>
internal sealed class SmallDriver(GpuDriver inner, long bytes) : GpuDriver
{
    public override string Name => inner.Name;

    public override int ComputeUnits => inner.ComputeUnits;

    public override long Memory => bytes;

    public override void Free(nint memory) => inner.Free(memory);

    public override void Write(nint memory, long offset, ReadOnlySpan<byte> source) => inner.Write(memory, offset, source);

    public override void Read(nint memory, long offset, Span<byte> destination) => inner.Read(memory, offset, destination);

    public override nint Kernel(string name) => inner.Kernel(name);

    public override void Launch(nint kernel, int x, int y, int z, int workItems, ReadOnlySpan<GpuArgument> arguments) =>
        inner.Launch(kernel, x, y, z, workItems, arguments);

    public override void Finish() => inner.Finish();

    protected override nint TryAllocate(long needed) => needed > bytes ? 0 : inner.Allocate(needed);

    protected override void Dispose(bool disposing) => inner.Dispose();
}
