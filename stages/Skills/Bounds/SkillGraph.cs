using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>
/// A random bipartite graph of skills and texts: each of the N1 texts needs k skills drawn independently from a measure
/// (Arora &amp; Goyal 2023, Definitions 4 and 5), so that it may need one twice.
/// </summary>
public sealed class SkillGraph
{
    private readonly ushort[] edges;
    private readonly int[] degrees;

    /// <summary>Draws a graph.</summary>
    /// <param name="measure">How frequent the skills are.</param>
    /// <param name="texts">N1, at least 1; at most 2^31 edges in all.</param>
    /// <param name="skillsOfText">k, at least 1.</param>
    /// <param name="source">Random stream of the experiment.</param>
    /// <param name="number">Number of the graph in that stream.</param>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public SkillGraph(SkillMeasure measure, int texts, int skillsOfText, Philox source, int number)
    {
        Range.Between(skillsOfText, 1, 1000, "k, the skills of a text");
        Range.Between(texts, 1, int.MaxValue / 1000, "texts of a graph");
        (Measure, Texts, SkillsOfText) = (measure, texts, skillsOfText);
        edges = new ushort[texts * skillsOfText];
        degrees = new int[measure.Skills];
        var draws = new PhiloxStream(source, step: (uint)number);
        for (var edge = 0; edge < edges.Length; edge++) degrees[edges[edge] = measure.Draw(ref draws)]++;
    }

    /// <summary>How frequent the skills are.</summary>
    public SkillMeasure Measure { get; }

    /// <summary>Number of texts, N1.</summary>
    public int Texts { get; }

    /// <summary>Number of skills, N2.</summary>
    public int Skills => Measure.Skills;

    /// <summary>Skills that a text needs, k.</summary>
    public int SkillsOfText { get; }

    /// <summary>Number of edges of each skill.</summary>
    public ReadOnlySpan<int> Degrees => degrees;

    /// <summary>The k skills of a text.</summary>
    public ReadOnlySpan<ushort> SkillsOf(int text) => edges.AsSpan(text * SkillsOfText, SkillsOfText);

    /// <summary>Edges of each text into a set of skills.</summary>
    /// <param name="chosen">1 for each skill of the set, else 0; length N2.</param>
    /// <param name="counts">Receives the number of edges, length N1.</param>
    internal void CountInto(ReadOnlySpan<int> chosen, Span<int> counts)
    {
        for (var text = 0; text < Texts; text++)
        {
            var count = 0;
            foreach (var skill in SkillsOf(text)) count += chosen[skill];
            counts[text] = count;
        }
    }

    /// <summary>Edges of each skill into a set of texts.</summary>
    /// <param name="failed">Whether each text fails, length N1.</param>
    /// <param name="counts">Receives the number of edges, length N2.</param>
    internal void CountFailed(ReadOnlySpan<bool> failed, Span<int> counts)
    {
        counts.Clear();
        for (var text = 0; text < Texts; text++)
        {
            if (!failed[text]) continue;
            foreach (var skill in SkillsOf(text)) counts[skill]++;
        }
    }
}
