namespace Research.Skills.Hierarchy;

/// <summary>Fine-tuning on a foundation: basic skills from one set of texts, domain skills from another that needs both.</summary>
/// <param name="Limit">D of the learner, in both phases.</param>
/// <param name="Load">c: mean skills of a basic text.</param>
/// <param name="Ratio">R: basic texts for each basic skill.</param>
/// <param name="BasicLoad">c_b: mean basic skills of a domain text.</param>
/// <param name="DomainLoad">c_d: mean domain skills of a domain text.</param>
/// <param name="DomainRatios">R_d: domain texts for each domain skill, rising.</param>
/// <param name="Skills">Basic skills, and as many domain skills.</param>
/// <param name="Graph">Number of the graphs: the seed.</param>
public sealed record HierarchySpec(
    int Limit, double Load, double Ratio, double BasicLoad, double DomainLoad, IReadOnlyList<double> DomainRatios, int Skills, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"D={Limit} · foundation c={Load} R={Ratio} · graph {Graph}";
}
