namespace Research.Skills.Classes;

/// <summary>One random graph with several classes of skills and texts.</summary>
/// <param name="Name">What the setting is called.</param>
/// <param name="Limit">D of the learner.</param>
/// <param name="Loads">c_jk: a row for each class of texts, a column for each class of skills.</param>
/// <param name="Skills">N_k.</param>
/// <param name="Texts">M_j.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record ClassSpec(
    string Name, int Limit, IReadOnlyList<IReadOnlyList<double>> Loads, IReadOnlyList<int> Skills, IReadOnlyList<int> Texts, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} · D={Limit} · graph {Graph}";
}
