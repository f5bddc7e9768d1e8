using System.Collections.Concurrent;
using System.Text;

namespace Research.Numerics.Gpu.OpenCl;

/// <summary>A device behind OpenCL: any vendor's GPU, or PoCL, which runs the same kernels on the processor.</summary>
internal sealed unsafe class OpenClDriver : GpuDriver
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, nint> kernels = [];
    private readonly nint context;
    private readonly nint queue;
    private readonly nint program;
    private bool closed;

    // Compiling takes a second: once a process for each device, not once a job. Never released; the process ends soon enough.
    private static readonly ConcurrentDictionary<nint, Lazy<(nint Context, nint Program)>> Programs = [];

    /// <summary>Opens a device and compiles the kernels for it.</summary>
    /// <exception cref="GpuException">The device lacks what the kernels need, or the driver refuses.</exception>
    public OpenClDriver(OpenClDeviceInfo device)
    {
        Name = $"{device.Name}, OpenCL";
        if (device.Missing is { } missing)
            throw new GpuException($"{Name} lacks {missing}, so it cannot give the bits of the specification");
        var id = device.Id;
        (context, program) = Programs.GetOrAdd(id, _ => new(() => Compile(id))).Value;
        queue = OpenClApi.CreateCommandQueue(context, id, 0, out var error);
        Check(error, "make a queue");
        ComputeUnits = (int)OpenClDeviceInfo.Get<uint>(id, OpenClApi.DeviceMaxComputeUnits);
        Memory = (long)OpenClDeviceInfo.Get<ulong>(id, OpenClApi.DeviceGlobalMemSize);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int ComputeUnits { get; }

    /// <inheritdoc/>
    public override long Memory { get; }

    /// <inheritdoc/>
    public override void Free(nint memory)
    {
        lock (gate)
        {
            if (!closed)
                _ = OpenClApi.ReleaseMemory(memory);
        }
    }

    /// <inheritdoc/>
    public override void Write(nint memory, long offset, ReadOnlySpan<byte> source)
    {
        if (source.IsEmpty) return;
        fixed (byte* host = source)
        {
            Check(
                OpenClApi.EnqueueWrite(
                    queue, memory, OpenClApi.Blocking, (nuint)offset, (nuint)source.Length, host, 0, 0, 0),
                "write memory");
        }
    }

    /// <inheritdoc/>
    public override void Read(nint memory, long offset, Span<byte> destination)
    {
        if (destination.IsEmpty) return;
        fixed (byte* host = destination)
        {
            Check(
                OpenClApi.EnqueueRead(
                    queue, memory, OpenClApi.Blocking, (nuint)offset, (nuint)destination.Length, host, 0, 0, 0),
                "read memory");
        }
    }

    /// <inheritdoc/>
    public override nint Kernel(string name)
    {
        if (kernels.TryGetValue(name, out var known)) return known;
        var kernel = OpenClApi.CreateKernel(program, name, out var error);
        Check(error, $"find the kernel {name}");
        return kernels[name] = kernel;
    }

    /// <inheritdoc/>
    public override void Launch(nint kernel, int x, int y, int z, int workItems, ReadOnlySpan<GpuArgument> arguments)
    {
        fixed (GpuArgument* first = arguments)
        {
            for (var i = 0; i < arguments.Length; i++)
                Check(OpenClApi.SetKernelArgument(kernel, (uint)i, (nuint)first[i].Size, first + i), "set an argument");
        }

        var local = stackalloc nuint[] { (nuint)workItems, 1, 1 };
        var global = stackalloc nuint[] { (nuint)x * (nuint)workItems, (nuint)y, (nuint)z };
        Check(OpenClApi.EnqueueKernel(queue, kernel, 3, null, global, local, 0, 0, 0), "start a kernel");
    }

    /// <inheritdoc/>
    public override void Finish() => Check(OpenClApi.Finish(queue), "finish its kernels");

    /// <inheritdoc/>
    protected override nint TryAllocate(long bytes)
    {
        var memory = OpenClApi.CreateBuffer(context, OpenClApi.MemoryReadWrite, (nuint)bytes, 0, out var error);
        if (error is OpenClApi.MemoryObjectAllocationFailure or OpenClApi.OutOfResources or OpenClApi.InvalidBufferSize)
            return 0;
        Check(error, "allocate memory");
        return memory;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (gate)
        {
            if (closed) return;
            closed = true;
            foreach (var kernel in kernels.Values)
                _ = OpenClApi.ReleaseKernel(kernel);
            _ = OpenClApi.ReleaseCommandQueue(queue);
        }
    }

    private (nint Context, nint Program) Compile(nint device)
    {
        var opened = OpenClApi.CreateContext(0, 1, &device, 0, 0, out var error);
        Check(error, "open the device");
        var source = Encoding.UTF8.GetBytes(KernelSource.Text);
        var length = (nuint)source.Length;
        fixed (byte* text = source)
        {
            var made = OpenClApi.CreateProgramWithSource(opened, 1, &text, &length, out error);
            Check(error, "take the kernels' source");
            if (OpenClApi.BuildProgram(made, 1, &device, KernelSource.OpenClOptions, 0, 0) == OpenClApi.Success)
                return (opened, made);
            throw new GpuException($"{Name} cannot compile the kernels: {BuildLog(made, device)}");
        }
    }

    private static string BuildLog(nint program, nint device)
    {
        if (OpenClApi.GetProgramBuildInfo(program, device, OpenClApi.ProgramBuildLog, 0, null, out var size) != OpenClApi.Success)
            return "the driver does not say why";
        var bytes = new byte[size];
        fixed (byte* value = bytes)
            _ = OpenClApi.GetProgramBuildInfo(program, device, OpenClApi.ProgramBuildLog, size, value, out _);
        return Encoding.UTF8.GetString(bytes).TrimEnd('\0', '\n', ' ');
    }

    private void Check(int state, string what)
    {
        if (state != OpenClApi.Success)
            throw new GpuException($"{Name} could not {what}: OpenCL error {state}");
    }
}
