using Research.Numerics.Devices;
using Research.Numerics.Gpu;
using Research.Numerics.Gpu.OpenCl;

namespace Research.Numerics.Tests.Gpu;

/// <summary>What runs the GPU's kernels in tests: any OpenCL device, such as PoCL's.</summary>
internal static class TestGpu
{
    /// <summary>Its name in test data.</summary>
    public const string OpenCl = "OpenCL";

    private static readonly Lazy<OpenClDeviceInfo?> Found = new(() => OpenClDeviceInfo.All.FirstOrDefault(device => device.Missing is null));

    /// <summary>The device of that name; skips the test where there is none.</summary>
    public static Device Open(string name) => name == OpenCl ? new GpuDevice(OpenDriver()) : new ReferenceDevice();

    /// <summary>A door to it; skips the test where there is none.</summary>
    public static GpuDriver OpenDriver()
    {
        Skip.If(Found.Value is null, "This machine has no OpenCL device (install pocl-opencl-icd).");
        return new OpenClDriver(Found.Value!);
    }
}
