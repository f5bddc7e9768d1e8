using System.Runtime.InteropServices;

namespace Research.Numerics.Gpu.OpenCl;

/// <summary>The part of OpenCL 1.2 that is called; names, constants and meaning are those of <c>cl.h</c>.</summary>
internal static unsafe partial class OpenClApi
{
    public const int Success = 0;
    public const int MemoryObjectAllocationFailure = -4;
    public const int OutOfResources = -5;
    public const int InvalidBufferSize = -61;

    public const ulong EveryDeviceType = 0xFFFFFFFF;
    public const ulong GpuDeviceType = 1 << 2;

    public const uint DeviceType = 0x1000;
    public const uint DeviceMaxComputeUnits = 0x1002;
    public const uint DeviceSingleFpConfig = 0x101B;
    public const uint DeviceGlobalMemSize = 0x101F;
    public const uint DeviceName = 0x102B;
    public const uint DeviceDoubleFpConfig = 0x1032;
    public const uint ProgramBuildLog = 0x1183;

    public const ulong FpDenormals = 1 << 0;
    public const ulong FpFma = 1 << 5;
    public const ulong FpCorrectlyRoundedDivideAndRoot = 1 << 7;

    public const ulong MemoryReadWrite = 1;
    public const int Blocking = 1;

    private const string Library = NativeLibraries.OpenCl;

    [LibraryImport(Library, EntryPoint = "clGetPlatformIDs")]
    public static partial int GetPlatformIds(uint entries, nint* platforms, out uint count);

    [LibraryImport(Library, EntryPoint = "clGetDeviceIDs")]
    public static partial int GetDeviceIds(nint platform, ulong type, uint entries, nint* devices, out uint count);

    [LibraryImport(Library, EntryPoint = "clGetDeviceInfo")]
    public static partial int GetDeviceInfo(nint device, uint name, nuint size, void* value, out nuint needed);

    [LibraryImport(Library, EntryPoint = "clCreateContext")]
    public static partial nint CreateContext(nint properties, uint count, nint* devices, nint notify, nint data, out int error);

    [LibraryImport(Library, EntryPoint = "clCreateCommandQueue")]
    public static partial nint CreateCommandQueue(nint context, nint device, ulong properties, out int error);

    [LibraryImport(Library, EntryPoint = "clReleaseCommandQueue")]
    public static partial int ReleaseCommandQueue(nint queue);

    [LibraryImport(Library, EntryPoint = "clCreateProgramWithSource")]
    public static partial nint CreateProgramWithSource(nint context, uint count, byte** strings, nuint* lengths, out int error);

    [LibraryImport(Library, EntryPoint = "clBuildProgram", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int BuildProgram(nint program, uint count, nint* devices, string options, nint notify, nint data);

    [LibraryImport(Library, EntryPoint = "clGetProgramBuildInfo")]
    public static partial int GetProgramBuildInfo(nint program, nint device, uint name, nuint size, void* value, out nuint needed);

    [LibraryImport(Library, EntryPoint = "clCreateKernel", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint CreateKernel(nint program, string name, out int error);

    [LibraryImport(Library, EntryPoint = "clReleaseKernel")]
    public static partial int ReleaseKernel(nint kernel);

    [LibraryImport(Library, EntryPoint = "clSetKernelArg")]
    public static partial int SetKernelArgument(nint kernel, uint index, nuint size, void* value);

    [LibraryImport(Library, EntryPoint = "clCreateBuffer")]
    public static partial nint CreateBuffer(nint context, ulong flags, nuint size, nint host, out int error);

    [LibraryImport(Library, EntryPoint = "clReleaseMemObject")]
    public static partial int ReleaseMemory(nint memory);

    [LibraryImport(Library, EntryPoint = "clEnqueueNDRangeKernel")]
    public static partial int EnqueueKernel(
        nint queue, nint kernel, uint dimensions, nuint* offset, nuint* global, nuint* local, uint waits, nint waitFor, nint done);

    [LibraryImport(Library, EntryPoint = "clEnqueueReadBuffer")]
    public static partial int EnqueueRead(
        nint queue, nint memory, int blocking, nuint offset, nuint size, void* host, uint waits, nint waitFor, nint done);

    [LibraryImport(Library, EntryPoint = "clEnqueueWriteBuffer")]
    public static partial int EnqueueWrite(
        nint queue, nint memory, int blocking, nuint offset, nuint size, void* host, uint waits, nint waitFor, nint done);

    [LibraryImport(Library, EntryPoint = "clFinish")]
    public static partial int Finish(nint queue);
}
