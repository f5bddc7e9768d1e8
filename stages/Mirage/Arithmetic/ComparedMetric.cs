namespace Research.Mirage.Arithmetic;

/// <summary>A metric of the frozen outputs as the experiments compare them.</summary>
/// <param name="Name">Its name in numbers: <c>exact-match</c>.</param>
/// <param name="Of">Its value for an output, larger being better: losses and distances are negated.</param>
public sealed record ComparedMetric(string Name, Func<ArithmeticScore, double> Of)
{
    /// <summary>All or nothing.</summary>
    public static ComparedMetric ExactMatch { get; } = new("exact-match", row => row.Exact);

    /// <summary>The metrics that exact match is compared with.</summary>
    public static IReadOnlyList<ComparedMetric> Others { get; } =
    [
        new("edit-distance", row => -row.EditDistance),
        new("log-likelihood", row => row.LogLikelihood),
        new("brier", row => -row.Brier),
        new("grade", row => row.Grade),
    ];
}
