namespace Research.Skills.Peeling;

/// <summary>The neighbors of the nodes of one range.</summary>
/// <param name="Offsets">Where each node's neighbors begin, and at the end where the last one's end.</param>
/// <param name="Neighbors">Numbers of nodes of the other side.</param>
internal readonly record struct AdjacencyRange(int[] Offsets, int[] Neighbors)
{
    /// <summary>The neighbors of the node with this place in the range.</summary>
    public ReadOnlySpan<int> Of(int place) => Neighbors.AsSpan(Offsets[place], Offsets[place + 1] - Offsets[place]);
}
