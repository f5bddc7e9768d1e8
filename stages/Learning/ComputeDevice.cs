using Research.Jobs;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;

namespace Research.Learning;

/// <summary>Where the models of a job run. The choice changes no bit of a result, only how long it takes.</summary>
public static class ComputeDevice
{
    private const string Option = "--device";

    /// <summary>
    /// A device for a job, as the user wants it: of itself an NVIDIA GPU if there is one, else the processor, with as many threads as the job may use. The caller disposes of it.
    /// </summary>
    /// <exception cref="InputException">
    /// A GPU was asked for and there is none that can be used; or this computer cannot run the kernels at a useful speed, or computes
    /// wrongly.
    /// </exception>
    public static Device For(JobContext job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return job.Device switch
        {
            DeviceChoice.Cpu => Processor(job),
            DeviceChoice.Gpu => Gpu() ?? throw new InputException(
                "there is no GPU here: neither one behind CUDA's driver nor one behind OpenCL", Option, "Leave it out, or say cpu."),
            _ => GpuIfUsable(job) ?? Processor(job),
        };
    }

    /// <summary>What a job throws when its GPU refuses something in the middle of it.</summary>
    internal static InputException Refusal(GpuException e, string where) => new(e.What, where, e.Remedy, e);

    private static Device? Gpu()
    {
        try
        {
            return Gpus.OpenFirst();
        }
        catch (GpuException e)
        {
            throw Refusal(e, Option);
        }
    }

    // Nobody asked for the GPU in particular, so one that is of no use is no error.
    private static Device? GpuIfUsable(JobContext job)
    {
        try
        {
            return Gpus.OpenCuda();
        }
        catch (GpuException e)
        {
            job.Log.WriteLine($"runs on the processor: {e.What}");
            return null;
        }
    }

    private static CpuDevice Processor(JobContext job)
    {
        try
        {
            return new CpuDevice(job.Threads);
        }
        catch (PlatformNotSupportedException e)
        {
            throw new InputException(
                e.Message, "this computer", "Use an x86 processor with FMA3 and AVX2, or a 64-bit Arm processor.", e);
        }
    }
}
