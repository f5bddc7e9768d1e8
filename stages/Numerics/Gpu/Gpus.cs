using Research.Numerics.Devices;
using Research.Numerics.Gpu.Cuda;
using Research.Numerics.Gpu.OpenCl;

namespace Research.Numerics.Gpu;

/// <summary>The GPUs of this machine, and the doors to them.</summary>
public static class Gpus
{
    /// <summary>Opens the first NVIDIA GPU. Null if there is none.</summary>
    /// <exception cref="GpuException">There is one, but it cannot be used; the message says why.</exception>
    public static Device? OpenCuda() => CudaDriver.Count > 0 ? new GpuDevice(new CudaDriver(0)) : null;

    /// <summary>
    /// Opens the first GPU: NVIDIA's through CUDA, else any through OpenCL. Null if there is none. To look for the latter loads the
    /// platforms of all vendors into the process, so it is left to those who ask for a GPU.
    /// </summary>
    /// <exception cref="GpuException">There is one, but it cannot be used; the message says why.</exception>
    public static Device? OpenFirst()
    {
        if (OpenCuda() is { } nvidia) return nvidia;
        var found = OpenClDeviceInfo.All.FirstOrDefault(device => device.IsGpu);
        return found is null ? null : new GpuDevice(new OpenClDriver(found));
    }

    /// <summary>
    /// The first device behind CUDA or behind OpenCL, even if it is a processor that runs GPU kernels (PoCL), for comparisons; null
    /// if there is none.
    /// </summary>
    /// <param name="computeUnits">Multiprocessors that products are cut for; those of the device if null.</param>
    /// <param name="cuda">CUDA's door, else OpenCL's.</param>
    /// <exception cref="GpuException">There is one, but it cannot be used; the message says why.</exception>
    public static Device? OpenFor(bool cuda, int? computeUnits = null)
    {
        if (cuda) return CudaDriver.Count > 0 ? new GpuDevice(new CudaDriver(0), computeUnits) : null;
        var found = OpenClDeviceInfo.All.FirstOrDefault(device => device.Missing is null);
        return found is null ? null : new GpuDevice(new OpenClDriver(found), computeUnits);
    }
}
