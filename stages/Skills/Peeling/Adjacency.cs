namespace Research.Skills.Peeling;

/// <summary>
/// The neighbors of every node of one side of a bipartite graph, in ranges of <see cref="RangeLength"/> nodes: a range and
/// what stands beside it fit a processor's cache, no array outgrows the limits of the runtime, and ranges are what
/// threads share out.
/// </summary>
/// <param name="nodes">Nodes of this side.</param>
internal sealed class Adjacency(int nodes)
{
    /// <summary>Nodes in a range, as a power of two.</summary>
    public const int RangeBits = 16;

    /// <summary>Nodes in a range; the last range may have fewer.</summary>
    public const int RangeLength = 1 << RangeBits;

    public int Nodes { get; } = nodes;

    /// <summary>The ranges, in order.</summary>
    public AdjacencyRange[] Ranges { get; } = new AdjacencyRange[RangesOf(nodes)];

    public long Edges
    {
        get
        {
            var edges = 0L;
            foreach (var range in Ranges) edges += range.Neighbors.Length;
            return edges;
        }
    }

    /// <summary>Ranges that so many nodes take.</summary>
    public static int RangesOf(int nodes) => (int)((nodes + (long)RangeLength - 1) >> RangeBits);

    /// <summary>The place of a node in its range.</summary>
    public static ushort PlaceOf(int node) => (ushort)node;

    /// <summary>Nodes in one range.</summary>
    public int LengthOf(int range) => Math.Min(RangeLength, Nodes - (range << RangeBits));

    public ReadOnlySpan<int> Of(int node) => Ranges[node >> RangeBits].Of(node & (RangeLength - 1));
}
