namespace Research.Languages.Chains;

/// <summary>Two nodes, in the order of their letters.</summary>
public readonly record struct NodePair
{
    /// <summary>The pair of two different nodes, given in any order.</summary>
    public NodePair(int one, int other) => (First, Second) = one < other ? (one, other) : (other, one);

    /// <summary>The node with the earlier letter.</summary>
    public int First { get; }

    /// <summary>The node with the later letter.</summary>
    public int Second { get; }

    /// <summary>The two letters: <c>bf</c>.</summary>
    public override string ToString() => $"{ChainAlphabet.Letter(First)}{ChainAlphabet.Letter(Second)}";
}
