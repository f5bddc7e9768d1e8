namespace Research.Learning.Inference;

/// <summary>
/// Sequences of tokens that share their common beginnings: each slot is a token after the path of slots above it. One
/// row of every layer's queries, keys and values belongs to a slot.
/// </summary>
/// <param name="capacity">Most slots.</param>
internal sealed class ContextTree(int capacity)
{
    /// <summary>Instead of the slot before the first token of a sequence.</summary>
    public const int Root = -1;

    private readonly int[] tokens = new int[capacity];
    private readonly int[] positions = new int[capacity];
    private readonly int[] parents = new int[capacity];

    /// <summary>Most slots.</summary>
    public int Capacity => capacity;

    /// <summary>Slots in use, from 0.</summary>
    public int Count { get; private set; }

    /// <summary>The token of each slot.</summary>
    public ReadOnlySpan<int> Tokens => tokens.AsSpan(0, Count);

    /// <summary>The position of each slot in its sequences, from 0.</summary>
    public ReadOnlySpan<int> Positions => positions.AsSpan(0, Count);

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends a token to the sequence that ends in a slot; returns the new slot.</summary>
    public int Append(int parent, int token)
    {
        (tokens[Count], parents[Count], positions[Count]) = (token, parent, parent == Root ? 0 : positions[parent] + 1);
        return Count++;
    }

    /// <summary>Whether the slot goes on from the one numbered before it.</summary>
    public bool FollowsNeighbor(int slot) => slot > 0 && parents[slot] == slot - 1;

    /// <summary>Writes the slots of the sequence that ends in <paramref name="slot"/>, the first token's first.</summary>
    public void Path(int slot, Span<int> path)
    {
        for (var position = positions[slot]; position >= 0; position--)
        {
            path[position] = slot;
            slot = parents[slot];
        }
    }
}
