using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace Research.Numerics.Gpu.Cuda;

/// <summary>An NVIDIA GPU behind CUDA's driver API; needs the driver, no toolkit.</summary>
internal sealed unsafe class CudaDriver : GpuDriver
{
    /// <summary>What the PTX is compiled for; newer ones take it, too.</summary>
    private const int LeastComputeCapability = 70;

    private const int LogLength = 8192;
    private const int MostArguments = 32;

    private readonly Lock gate = new();
    private readonly Dictionary<string, nint> kernels = [];
    private readonly int device;
    private readonly nint context;
    private readonly nint module;
    private readonly nint stream;
    private CudaStaging? staging;
    private bool closed;

    // The driver may compile the kernels anew, which takes seconds: once a process for each GPU, not once a job. Never released; the
    // process ends soon enough.
    private static readonly ConcurrentDictionary<int, Lazy<(nint Context, nint Module)>> Modules = [];

    /// <summary>Opens a GPU and hands the kernels to its driver.</summary>
    /// <param name="ordinal">Which, from 0; see <see cref="Count"/>.</param>
    /// <exception cref="GpuException">The GPU is too old, or the driver refuses.</exception>
    public CudaDriver(int ordinal)
    {
        Name = $"GPU {ordinal}, CUDA";
        Check(CudaApi.DeviceGet(out device, ordinal), "find the device");
        Name = $"{NameOf(device)}, CUDA";
        var capability = (10 * Attribute(CudaApi.ComputeCapabilityMajor)) + Attribute(CudaApi.ComputeCapabilityMinor);
        if (capability < LeastComputeCapability)
        {
            throw new GpuException(
                $"{Name} has compute capability {capability / 10}.{capability % 10}; the kernels need {LeastComputeCapability / 10}.0");
        }

        ComputeUnits = Attribute(CudaApi.MultiprocessorCount);
        Check(CudaApi.DeviceTotalMemory(out var bytes, device), "tell its memory");
        Memory = (long)bytes;
        (context, module) = Modules.GetOrAdd(ordinal, _ => new(Load)).Value;
        Enter();
        Check(CudaApi.StreamCreate(out stream, CudaApi.StreamNonBlocking), "make a stream");
    }

    /// <summary>NVIDIA GPUs of this machine; 0 without a driver.</summary>
    public static int Count =>
        NativeLibraries.HasCuda && CudaApi.Init(0) == CudaApi.Success && CudaApi.DeviceGetCount(out var count) == CudaApi.Success
            ? count : 0;

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
            if (closed) return;
            // Finalizers come on a thread of their own, which has no current context yet.
            _ = CudaApi.SetCurrentContext(context);
            _ = CudaApi.Free(memory);
        }
    }

    /// <inheritdoc/>
    public override void Write(nint memory, long offset, ReadOnlySpan<byte> source)
    {
        if (source.IsEmpty) return;
        Enter();
        // Ordinary memory is copied to the driver's own before the call returns, so there is nothing to wait for.
        fixed (byte* host = source)
            Check(CudaApi.CopyToDevice(memory + (nint)offset, host, (nuint)source.Length, stream), "write memory");
    }

    /// <inheritdoc/>
    public override void Read(nint memory, long offset, Span<byte> destination)
    {
        if (destination.IsEmpty) return;
        Enter();
        if (destination.Length <= CudaStaging.Size)
        {
            fixed (byte* host = destination)
            {
                Check(CudaApi.CopyToHost(host, memory + (nint)offset, (nuint)destination.Length, stream), "read memory");
                Check(CudaApi.StreamSynchronize(stream), "read memory");
            }

            return;
        }

        staging ??= new CudaStaging(Check);
        staging.Read(stream, memory + (nint)offset, destination);
    }

    /// <inheritdoc/>
    public override nint Kernel(string name)
    {
        if (kernels.TryGetValue(name, out var known)) return known;
        Enter();
        Check(CudaApi.ModuleGetFunction(out var function, module, name), $"find the kernel {name}");
        return kernels[name] = function;
    }

    /// <inheritdoc/>
    public override void Launch(nint kernel, int x, int y, int z, int workItems, ReadOnlySpan<GpuArgument> arguments)
    {
        Enter();
        var parameters = stackalloc void*[MostArguments];
        fixed (GpuArgument* first = arguments)
        {
            for (var i = 0; i < arguments.Length; i++)
                parameters[i] = first + i;
            Check(
                CudaApi.LaunchKernel(kernel, (uint)x, (uint)y, (uint)z, (uint)workItems, 1, 1, 0, stream, parameters, null),
                "start a kernel");
        }
    }

    /// <inheritdoc/>
    public override bool CanRecord => true;

    /// <inheritdoc/>
    public override void BeginRecording()
    {
        Enter();
        Check(CudaApi.BeginCapture(stream, CudaApi.CaptureModeThreadLocal), "begin a recording");
    }

    /// <inheritdoc/>
    public override nint EndRecording()
    {
        Enter();
        Check(CudaApi.EndCapture(stream, out var graph), "end a recording");
        Check(CudaApi.GraphInstantiate(out var executable, graph, 0), "prepare a recording");
        Check(CudaApi.GraphDestroy(graph), "prepare a recording");
        return executable;
    }

    /// <inheritdoc/>
    public override void Replay(nint recording)
    {
        Enter();
        Check(CudaApi.GraphLaunch(recording, stream), "repeat a recording");
    }

    /// <inheritdoc/>
    public override void Forget(nint recording)
    {
        lock (gate)
        {
            if (closed) return;
            _ = CudaApi.SetCurrentContext(context);
            _ = CudaApi.GraphExecutableDestroy(recording);
        }
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        Enter();
        Check(CudaApi.StreamSynchronize(stream), "finish its kernels");
    }

    /// <inheritdoc/>
    protected override nint TryAllocate(long bytes)
    {
        Enter();
        var state = CudaApi.Allocate(out var memory, (nuint)bytes);
        if (state == CudaApi.OutOfMemory) return 0;
        Check(state, "allocate memory");
        return memory;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        lock (gate)
        {
            if (closed) return;
            closed = true;
            _ = CudaApi.SetCurrentContext(context);
            staging?.Free();
            _ = CudaApi.StreamDestroy(stream);
        }
    }

    private (nint Context, nint Module) Load()
    {
        Check(CudaApi.PrimaryContextRetain(out var opened, device), "open the device");
        Check(CudaApi.SetCurrentContext(opened), "enter its context");
        var ptx = Encoding.UTF8.GetBytes(KernelSource.Ptx + "\0");
        var log = new byte[LogLength];
        fixed (byte* image = ptx, text = log)
        {
            var options = stackalloc int[] { CudaApi.JitErrorLogBuffer, CudaApi.JitErrorLogBufferSize };
            var values = stackalloc void*[] { text, (void*)LogLength };
            var state = CudaApi.ModuleLoadData(out var loaded, image, 2, options, values);
            if (state == CudaApi.Success) return (opened, loaded);
            var why = Marshal.PtrToStringUTF8((nint)text);
            throw new GpuException($"{Name}: the driver does not take the kernels: {Text(state)}, {why}".TrimEnd(' ', ',', '\n'));
        }
    }

    private static string NameOf(int device)
    {
        var name = stackalloc byte[256];
        return CudaApi.DeviceGetName(name, 256, device) == CudaApi.Success ? Marshal.PtrToStringUTF8((nint)name)! : "NVIDIA GPU";
    }

    private int Attribute(int attribute)
    {
        Check(CudaApi.DeviceGetAttribute(out var value, attribute, device), "tell an attribute");
        return value;
    }

    // The context belongs to a thread, and the caller may have changed threads since.
    private void Enter() => Check(CudaApi.SetCurrentContext(context), "enter its context");

    private void Check(int state, string what)
    {
        if (state != CudaApi.Success)
            throw new GpuException($"{Name} could not {what}: {Text(state)}");
    }

    private static string Text(int state) =>
        CudaApi.GetErrorString(state, out var text) == CudaApi.Success ? Marshal.PtrToStringUTF8(text)! : $"CUDA error {state}";
}
