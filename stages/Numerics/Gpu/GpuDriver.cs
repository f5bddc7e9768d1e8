namespace Research.Numerics.Gpu;

/// <summary>
/// A door to a GPU: memory, and kernels of <see cref="KernelSource"/> that run one after another in the order of their
/// launch. Serves one caller at a time; only <see cref="Free"/> may be called from any thread. Every failure is a
/// <see cref="GpuException"/>.
/// </summary>
internal abstract class GpuDriver : IDisposable
{
    /// <summary>What a person calls the device and the door: <c>NVIDIA H200, CUDA</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Multiprocessors: how many groups of work-items can run at once, about.</summary>
    public abstract int ComputeUnits { get; }

    /// <summary>Memory of the device in bytes.</summary>
    public abstract long Memory { get; }

    /// <summary>New memory with any contents.</summary>
    public nint Allocate(long bytes)
    {
        // Neither interface knows empty memory.
        var memory = TryAllocate(Math.Max(bytes, sizeof(long)));
        return memory != 0
            ? memory
            : throw new GpuException(
                $"{Name} has no room for {Megabytes(bytes)} more; it has {Megabytes(Memory)} in all",
                "Take a smaller batch, block or model, or the processor: --device cpu.");
    }

    /// <summary>Frees memory; does nothing once the door is closed.</summary>
    public abstract void Free(nint memory);

    /// <summary>Copies to the device, after the kernels launched before.</summary>
    public abstract void Write(nint memory, long offset, ReadOnlySpan<byte> source);

    /// <summary>Copies to the host, after the kernels launched before.</summary>
    public abstract void Read(nint memory, long offset, Span<byte> destination);

    /// <summary>A kernel by its name in the source.</summary>
    public abstract nint Kernel(string name);

    /// <summary>Runs a kernel for x · y · z groups of so many work-items; returns before it has finished.</summary>
    public abstract void Launch(nint kernel, int x, int y, int z, int workItems, ReadOnlySpan<GpuArgument> arguments);

    /// <summary>Whether launches can be recorded and repeated at once.</summary>
    public virtual bool CanRecord => false;

    /// <summary>From now on launches are recorded instead of run.</summary>
    public virtual void BeginRecording() => throw new NotSupportedException();

    /// <summary>Ends a recording.</summary>
    /// <returns>Its handle.</returns>
    public virtual nint EndRecording() => throw new NotSupportedException();

    /// <summary>Runs everything recorded; returns before it has finished.</summary>
    public virtual void Replay(nint recording) => throw new NotSupportedException();

    /// <summary>Forgets a recording; does nothing once the door is closed.</summary>
    public virtual void Forget(nint recording)
    {
    }

    /// <summary>Waits until everything launched has finished.</summary>
    public abstract void Finish();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>New memory, or 0 if there is no room.</summary>
    protected abstract nint TryAllocate(long bytes);

    /// <summary>Closes the door and frees what is left behind it.</summary>
    protected abstract void Dispose(bool disposing);

    private static string Megabytes(long bytes) => $"{(bytes + (1 << 20) - 1) >> 20} MB";
}
