namespace Research.Skills.Learners;

/// <summary>Where random graphs of one size emerge.</summary>
/// <param name="Limit">D of the learner.</param>
/// <param name="Load">c: mean skills of a text.</param>
/// <param name="Skills">Number of skills of each graph.</param>
/// <param name="Graphs">How many graphs, at least 2.</param>
public sealed record ThresholdSpec(int Limit, double Load, int Skills, int Graphs)
{
    /// <inheritdoc/>
    public override string ToString() => $"D={Limit} · c={Load} · {Skills:N0} skills";
}
