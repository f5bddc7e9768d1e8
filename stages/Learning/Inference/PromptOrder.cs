namespace Research.Learning.Inference;

/// <summary>
/// Puts sequences of tokens into a <see cref="ContextTree"/> so that common beginnings are shared: descending, so that a
/// sequence comes after all that go on from it and needs no slots of its own.
/// </summary>
internal sealed class PromptOrder(IReadOnlyList<int[]> sequences, int block)
{
    private readonly int[] path = new int[block];
    private int[] last = [];

    /// <summary>The sequences' numbers, in the order in which they should be put.</summary>
    public static int[] Of(IReadOnlyList<int[]> sequences)
    {
        var order = Enumerable.Range(0, sequences.Count).ToArray();
        Array.Sort(order, (a, b) =>
        {
            var descending = sequences[b].AsSpan().SequenceCompareTo(sequences[a]);
            return descending != 0 ? descending : a.CompareTo(b);
        });
        return order;
    }

    /// <summary>The slots of the sequence that was put last, one for each of its tokens.</summary>
    public ReadOnlySpan<int> Path => path.AsSpan(0, last.Length);

    /// <summary>New slots that a sequence needs.</summary>
    public int NewSlots(int sequence) => sequences[sequence].Length - Shared(sequence);

    /// <summary>Puts a sequence into the tree.</summary>
    public void Put(int sequence, ContextTree tree)
    {
        var shared = Shared(sequence);
        last = sequences[sequence];
        for (var position = shared; position < last.Length; position++)
        {
            path[position] = tree.Append(position == 0 ? ContextTree.Root : path[position - 1], last[position]);
        }
    }

    /// <summary>Starts anew, with an empty tree.</summary>
    public void Clear() => last = [];

    private int Shared(int sequence) => last.AsSpan().CommonPrefixLength(sequences[sequence]);
}
