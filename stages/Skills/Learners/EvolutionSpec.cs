namespace Research.Skills.Learners;

/// <summary>One random graph, learned round by round.</summary>
/// <param name="Limit">D of the learner.</param>
/// <param name="Load">c: mean skills of a text.</param>
/// <param name="Distance">R / R*: the ratio of texts to skills, as a multiple of the emergence threshold.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record EvolutionSpec(int Limit, double Load, double Distance, int Skills, int Graph)
{
    /// <summary>R, to four decimals.</summary>
    public double Ratio => Math.Round(Distance * EmergenceThreshold.Of(Limit, Load).Ratio, 4);

    /// <inheritdoc/>
    public override string ToString() => $"D={Limit} · c={Load} · {Distance} R* · graph {Graph}";
}
