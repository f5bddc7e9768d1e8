namespace Research.Conformance.Cases;

/// <summary>
/// All cases. A kernel that is added to <see cref="Numerics.Devices.Device"/> gets its cases in one of the lists here; a test asks for them.
/// </summary>
internal static class CaseCatalog
{
    /// <summary>The cases of all kernels, and of a short training; those of one kernel follow one another.</summary>
    public static IReadOnlyList<ConformanceCase> All { get; } =
        [.. MatMulCases.All, .. RowCases.All, .. EmbeddingCases.All, .. AttentionCases.All, .. ElementwiseCases.All, TrainingCase.Short];

    /// <summary>Names of the kernels, in the order of their cases.</summary>
    public static IReadOnlyList<string> Kernels { get; } = [.. All.Select(item => item.Kernel).Distinct()];

    /// <summary>The cases of a kernel.</summary>
    public static IEnumerable<ConformanceCase> Of(string kernel) => All.Where(item => item.Kernel == kernel);
}
