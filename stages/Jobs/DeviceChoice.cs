namespace Research.Jobs;

/// <summary>Where a user wants models to run. It changes how long a job takes, never a bit of its result, so it is part of no key.</summary>
public enum DeviceChoice
{
    /// <summary>On an NVIDIA GPU where there is one that can be used, else on the processor.</summary>
    Auto,

    /// <summary>On the processor.</summary>
    Cpu,

    /// <summary>On a GPU, of any vendor; it is an error if there is none.</summary>
    Gpu,
}
