namespace Research.Languages.Chains;

/// <summary>A node with its value: an intention.</summary>
/// <param name="Node">The node.</param>
/// <param name="Value">Its value.</param>
public readonly record struct Statement(int Node, int Value)
{
    /// <summary>As a document has it: <c>b3</c>.</summary>
    public override string ToString() => $"{ChainAlphabet.Letter(Node)}{ChainAlphabet.Digit(Value)}";
}
