using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Benchmarks.Gpu;

/// <summary>Finds the GPU to measure.</summary>
internal static class GpuDoor
{
    /// <summary>What can be asked for: CUDA's if there is one, else OpenCL's; or one of them.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "cuda", "opencl"];

    /// <summary>Opens the first device behind a door; behind OpenCL that may be a processor (PoCL). Null if there is none.</summary>
    /// <exception cref="GpuException">There is one, but it cannot be used.</exception>
    public static Device? Open(string name) => name switch
    {
        "cuda" => Gpus.OpenFor(cuda: true),
        "opencl" => Gpus.OpenFor(cuda: false),
        _ => Gpus.OpenFor(cuda: true) ?? Gpus.OpenFor(cuda: false),
    };

    /// <summary>The float32 peak of the card behind CUDA in GFLOP/s; null where it is not known.</summary>
    public static double? PeakOf(Device gpu) => gpu.Name.EndsWith(", CUDA", StringComparison.Ordinal) ? CudaCard.Peak() : null;
}
