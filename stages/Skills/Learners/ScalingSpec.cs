namespace Research.Skills.Learners;

/// <summary>Testing error over the ratio, on one graph that gets more and more texts.</summary>
/// <param name="Limit">D of the learner.</param>
/// <param name="Load">c: mean skills of a text.</param>
/// <param name="Exposures">Ratios to look at, as c R: mean number of texts that have a skill; rising.</param>
/// <param name="Skills">Number of skills; a quarter as many fresh texts test the learner.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record ScalingSpec(int Limit, double Load, IReadOnlyList<double> Exposures, int Skills, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"D={Limit} · c={Load} · graph {Graph}";
}
