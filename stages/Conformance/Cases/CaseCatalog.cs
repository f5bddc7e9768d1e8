namespace Research.Conformance.Cases;

/// <summary>
/// All cases. A kernel that is added to <see cref="Numerics.Devices.Device"/> gets its cases in one of the lists here; a test asks for
/// them. They run it on the shapes at which a tile, a lane or a chunk of 256 ends, and on every kind of <see cref="Numbers"/> that it
/// may meet, with inputs that come from no other kernel, so that it alone can spoil its row. Then
/// <c>./build.sh Conformance --accept-golden</c> adds its digest to <c>golden.txt</c>.
/// </summary>
internal static class CaseCatalog
{
    /// <summary>The cases of all kernels, of short trainings, and of what runs on the host; those of one kernel follow one another.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. MatMulCases.All, .. RowCases.All, .. EmbeddingCases.All, .. AttentionCases.All, .. ElementwiseCases.All, .. GeluCases.All, .. ImageCases.All,
        .. TrainingCase.All, .. FunctionCases.All, .. RandomCases.All,
    ];

    /// <summary>Names of the kernels, in the order of their cases.</summary>
    public static IReadOnlyList<string> Kernels { get; } = [.. All.Select(item => item.Kernel).Distinct()];

    /// <summary>Those that run on a device.</summary>
    public static IReadOnlyList<string> DeviceKernels { get; } = [.. Kernels.Where(kernel => !Of(kernel).First().OnHost)];

    /// <summary>The cases of a kernel.</summary>
    public static IEnumerable<ConformanceCase> Of(string kernel) => All.Where(item => item.Kernel == kernel);
}
