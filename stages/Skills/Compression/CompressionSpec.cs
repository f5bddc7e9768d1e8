namespace Research.Skills.Compression;

/// <summary>Compression of fresh texts by a 1-skill learner that gets more and more training texts.</summary>
/// <param name="Load">c: mean skills of a text.</param>
/// <param name="Ratios">R: training texts for each skill, rising.</param>
/// <param name="Skills">Number of skills.</param>
/// <param name="Letters">Bytes of a raw text.</param>
/// <param name="Texts">Fresh texts to send at each ratio.</param>
/// <param name="Graph">Number of the graph: the seed.</param>
public sealed record CompressionSpec(double Load, IReadOnlyList<double> Ratios, int Skills, int Letters, int Texts, int Graph)
{
    /// <inheritdoc/>
    public override string ToString() => $"c={Load} · {Skills:N0} skills · graph {Graph}";
}
