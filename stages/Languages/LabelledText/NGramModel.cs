using System.Runtime.InteropServices;

namespace Research.Languages.LabelledText;

/// <summary>
/// A character n-gram model with interpolated absolute discounting (Ney, Essen &amp; Kneser 1994). With c the counts after a context h of
/// up to n - 1 symbols, N their sum, T the number of different symbols seen after h, and h' the context without its oldest symbol,
/// <c>p(w | h) = max(c(w) - D, 0) / N + D T / N p(w | h')</c>; below the empty context lies the uniform distribution. A context that was
/// never seen passes to the next shorter one. So the probabilities of all symbols sum to one in every context. The discount D of contexts
/// of one length is <c>(n1 + 1) / (n1 + 2 n2 + 2)</c>, where n1 and n2 count the n-grams seen once and twice: the authors' estimate with
/// one n-gram added to each side, so that it stays between 0 and 1. A text begins with a mark that is context and never predicted.
/// </summary>
public sealed class NGramModel
{
    private const int Root = 0;
    private const int None = -1;

    // A node is an n-gram of up to n symbols; its parent lacks the last of them.
    private readonly Dictionary<ulong, int> _children = [];
    private readonly List<Node> _nodes = [default];

    // By length of the context: n-grams seen once and twice.
    private readonly long[] _once;
    private readonly long[] _twice;

    /// <summary>A model without counts: uniform.</summary>
    /// <param name="order">n, the longest n-gram; at least 1.</param>
    /// <param name="symbols">Size of the alphabet; at least 1.</param>
    public NGramModel(int order, int symbols)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 1);
        (Order, Symbols) = (order, symbols);
        (_once, _twice) = (new long[order], new long[order]);
        ChildOf(Root, symbols);
    }

    /// <summary>n, the longest n-gram.</summary>
    public int Order { get; }

    /// <summary>Size of the alphabet.</summary>
    public int Symbols { get; }

    /// <summary>Counts all n-grams of a text.</summary>
    /// <param name="text">Its symbols, from the first.</param>
    public void Add(ReadOnlySpan<int> text)
    {
        var context = Start(Order);
        foreach (var symbol in text)
        {
            for (var length = Order - 1; length >= 0; length--)
            {
                if (context[length] == None) continue;
                var child = ChildOf(context[length], symbol);
                var nodes = CollectionsMarshal.AsSpan(_nodes);
                nodes[context[length]].Total++;
                if (nodes[child].Count++ == 0) nodes[context[length]].Types++;
                CountOfCounts(length, nodes[child].Count);
                if (length + 1 < Order) context[length + 1] = child;
            }
        }
    }

    /// <summary>The contexts, by length from 0 to order - 1, in which the first symbol of a text stands.</summary>
    /// <param name="order">The longest n-gram to use, from 1 to <see cref="Order"/>.</param>
    public int[] Start(int order)
    {
        var context = new int[order];
        Array.Fill(context, None);
        context[0] = Root;
        if (order > 1) context[1] = ChildAt(Root, Symbols);
        return context;
    }

    /// <summary>Probability of a symbol.</summary>
    /// <param name="context">
    /// The contexts in which it stands: <see cref="Start"/>, then as <see cref="Advance"/> leaves them. Their first m give the model of order m.
    /// </param>
    /// <param name="symbol">The symbol.</param>
    public double Probability(ReadOnlySpan<int> context, int symbol)
    {
        var nodes = CollectionsMarshal.AsSpan(_nodes);
        var p = 1.0 / Symbols;
        for (var length = 0; length < context.Length; length++)
        {
            if (context[length] == None) continue;
            ref var node = ref nodes[context[length]];
            if (node.Total == 0) continue;
            var discount = (_once[length] + 1.0) / (_once[length] + (2.0 * _twice[length]) + 2);
            var child = ChildAt(context[length], symbol);
            var seen = child == None ? 0 : nodes[child].Count - discount;
            p = (seen + (discount * node.Types * p)) / node.Total;
        }

        return p;
    }

    /// <summary>Reads a symbol: changes the contexts to those of the next one.</summary>
    public void Advance(Span<int> context, int symbol)
    {
        for (var length = context.Length - 1; length > 0; length--)
            context[length] = context[length - 1] == None ? None : ChildAt(context[length - 1], symbol);
    }

    private static ulong Key(int node, int symbol) => ((ulong)node << 32) | (uint)symbol;

    private void CountOfCounts(int length, long count)
    {
        if (count == 1) _once[length]++;
        if (count == 2) (_once[length], _twice[length]) = (_once[length] - 1, _twice[length] + 1);
        if (count == 3) _twice[length]--;
    }

    private int ChildAt(int node, int symbol) => _children.GetValueOrDefault(Key(node, symbol), None);

    private int ChildOf(int node, int symbol)
    {
        ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, Key(node, symbol), out var exists);
        if (exists) return child;
        child = _nodes.Count;
        _nodes.Add(default);
        return child;
    }

    // Count: of the n-gram itself. Total and Types: of what follows it.
    private struct Node
    {
        public long Count;
        public long Total;
        public int Types;
    }
}
