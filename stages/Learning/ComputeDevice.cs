using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Learning;

/// <summary>Where the models of a job run. The choice changes no bit of a result, only how long it takes.</summary>
public static class ComputeDevice
{
    /// <summary>A device for a job; the caller disposes of it.</summary>
    public static Device For(JobContext job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new ReferenceDevice();
    }
}
