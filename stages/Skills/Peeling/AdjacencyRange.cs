using System.Runtime.CompilerServices;

namespace Research.Skills.Peeling;

/// <summary>The neighbors of the nodes of one range.</summary>
/// <param name="Offsets">Where each node's neighbors begin, and at the end where the last one's end.</param>
/// <param name="Neighbors">Numbers of nodes of the other side.</param>
internal readonly record struct AdjacencyRange(int[] Offsets, int[] Neighbors)
{
    /// <summary>Nodes that are looked up together.</summary>
    public const int Batch = 64;

    /// <summary>The neighbors of the node with this place in the range.</summary>
    public ReadOnlySpan<int> Of(int place) => Neighbors.AsSpan(Offsets[place], Offsets[place + 1] - Offsets[place]);

    /// <summary>
    /// Where the neighbors of some nodes begin and end. Most nodes lie in far memory: where no decision waits for an answer, the
    /// processor asks for the next before the last has come, so all offsets are read, and then one neighbor of each node, before
    /// any is used.
    /// </summary>
    /// <param name="places">At most <see cref="Batch"/> places in the range.</param>
    /// <param name="begins">Receives where each node's neighbors begin.</param>
    /// <param name="ends">Receives where they end.</param>
    /// <returns>A sum without meaning, so that the reading is not optimized away.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Find(ReadOnlySpan<ushort> places, Span<int> begins, Span<int> ends)
    {
        for (var i = 0; i < places.Length; i++)
            (begins[i], ends[i]) = (Offsets[places[i]], Offsets[places[i] + 1]);
        var sum = 0;
        var last = Neighbors.Length - 1;
        if (last >= 0)
            for (var i = 0; i < places.Length; i++)
                sum += Neighbors[Math.Min(begins[i], last)];
        return sum;
    }
}
