using System.Reflection;
using System.Runtime.InteropServices;

namespace Research.Numerics.Gpu;

/// <summary>Finds the drivers' libraries, under the names that the platforms give them.</summary>
internal static class NativeLibraries
{
    /// <summary>The name under which OpenCL's loader is imported.</summary>
    public const string OpenCl = "research-opencl";

    /// <summary>The name under which CUDA's driver is imported.</summary>
    public const string Cuda = "research-cuda";

    private static readonly nint OpenClHandle = Load("libOpenCL.so.1", "libOpenCL.so", "OpenCL.dll");
    private static readonly nint CudaHandle = Load("libcuda.so.1", "libcuda.so", "nvcuda.dll");

    // Asking whether a library is here comes before every call of it, and loads this class.
    static NativeLibraries() => NativeLibrary.SetDllImportResolver(
        Assembly.GetExecutingAssembly(), (name, _, _) => name == OpenCl ? OpenClHandle : name == Cuda ? CudaHandle : 0);

    /// <summary>Whether OpenCL's loader is on this machine.</summary>
    public static bool HasOpenCl => OpenClHandle != 0;

    /// <summary>Whether CUDA's driver is on this machine.</summary>
    public static bool HasCuda => CudaHandle != 0;

    private static nint Load(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle))
                return handle;
        }

        return 0;
    }
}
