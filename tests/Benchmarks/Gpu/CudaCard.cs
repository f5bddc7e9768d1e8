using System.Runtime.InteropServices;

namespace Research.Benchmarks.Gpu;

/// <summary>What CUDA's driver tells of the first card; the numbers of the attributes are those of <c>cuda.h</c>.</summary>
internal static partial class CudaCard
{
    private const string Driver = "libcuda.so.1";
    private const int ClockRate = 13;
    private const int MultiprocessorCount = 16;
    private const int ComputeCapabilityMajor = 75;
    private const int ComputeCapabilityMinor = 76;

    /// <summary>The card's float32 peak without tensor cores in GFLOP/s, at its highest clock; null if there is no card behind CUDA.</summary>
    public static double? Peak()
    {
        if (!NativeLibrary.TryLoad(Driver, out _) || Init(0) != 0 || DeviceGet(out var card, 0) != 0)
            return null;
        var kilohertz = Attribute(ClockRate);
        return kilohertz > 0 ? PeakOf(Attribute(MultiprocessorCount), LanesOf(Attribute(ComputeCapabilityMajor), Attribute(ComputeCapabilityMinor)), kilohertz) : null;

        int Attribute(int attribute) => DeviceGetAttribute(out var value, attribute, card) == 0 ? value : 0;
    }

    /// <summary>A fused multiply-add, which counts twice, in every lane at every tick.</summary>
    public static double PeakOf(int multiprocessors, int lanes, int kilohertz) => 2.0 * multiprocessors * lanes * kilohertz / 1e6;

    /// <summary>Float32 lanes of a multiprocessor (CUDA C++ Programming Guide, arithmetic instructions): 64 up to 8.0, 128 since.</summary>
    public static int LanesOf(int major, int minor) => (10 * major) + minor <= 80 ? 64 : 128;

    [LibraryImport(Driver, EntryPoint = "cuInit")]
    private static partial int Init(uint flags);

    [LibraryImport(Driver, EntryPoint = "cuDeviceGet")]
    private static partial int DeviceGet(out int device, int ordinal);

    [LibraryImport(Driver, EntryPoint = "cuDeviceGetAttribute")]
    private static partial int DeviceGetAttribute(out int value, int attribute, int device);
}
