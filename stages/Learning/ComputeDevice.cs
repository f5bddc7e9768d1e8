using Research.Jobs;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning;

/// <summary>Where the models of a job run. The choice changes no bit of a result, only how long it takes.</summary>
public static class ComputeDevice
{
    /// <summary>A device for a job, on as many threads as the job may use; the caller disposes of it.</summary>
    /// <exception cref="InputException">This computer cannot run the kernels at a useful speed, or computes wrongly.</exception>
    public static Device For(JobContext job)
    {
        ArgumentNullException.ThrowIfNull(job);
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
