namespace Research.Benchmarks;

/// <summary>What can be measured.</summary>
internal enum BenchmarkGroup
{
    /// <summary>Matrix products of training steps, against the peak and against OpenBLAS.</summary>
    Products,

    /// <summary>All other kernels of a training step.</summary>
    Kernels,

    /// <summary>Whole training steps.</summary>
    Training,

    /// <summary>Where the time of a training step goes, kernel by kernel.</summary>
    Steps,

    /// <summary>Prompts answered, with and without sharing of what was computed.</summary>
    Evaluation,

    /// <summary>Tokens generated, with and without kept keys and values.</summary>
    Generation,

    /// <summary>Memory of a training.</summary>
    Memory,

    /// <summary>The cost of sharing work among threads, up to many more than the machine has.</summary>
    Pool,

    /// <summary>Graphs of skills and texts, drawn and peeled; density evolution.</summary>
    Peeling,

    /// <summary>Edit distances, null distributions, and a table of scores imported and analyzed.</summary>
    Mirage,

    /// <summary>A training on the GPU and on the processor, bit by bit. Like all groups of a GPU, only if asked for.</summary>
    GpuBits,

    /// <summary>A training run of the profile <c>paper</c> on the GPU.</summary>
    GpuTraining,

    /// <summary>Large products on the GPU, against its peak.</summary>
    GpuProduct,
}
