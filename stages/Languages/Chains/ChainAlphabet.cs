namespace Research.Languages.Chains;

/// <summary>
/// The characters of a chain language and their tokens: newline is token 0, value v is the digit v and token v + 1, node n is the
/// letter number n from <c>a</c> and the token after the values' plus n. Tokens ascend with the characters' codes.
/// </summary>
/// <param name="nodes">Number of nodes, up to <see cref="MostNodes"/>.</param>
/// <param name="values">Number of values, up to <see cref="MostValues"/>.</param>
public sealed class ChainAlphabet(int nodes, int values)
{
    /// <summary>The token that ends a document.</summary>
    public const int Newline = 0;

    /// <summary>The most nodes that have a letter.</summary>
    public const int MostNodes = 26;

    /// <summary>The most values that have a digit.</summary>
    public const int MostValues = 10;

    /// <summary>The characters by token.</summary>
    public string Characters { get; } =
        string.Concat(Enumerable.Range(0, values).Select(Digit).Prepend('\n').Concat(Enumerable.Range(0, nodes).Select(Letter)));

    /// <summary>Number of tokens: the newline, the values and the nodes.</summary>
    public int Tokens => Characters.Length;

    /// <summary>The character of a node.</summary>
    public static char Letter(int node) => (char)('a' + node);

    /// <summary>The character of a value.</summary>
    public static char Digit(int value) => (char)('0' + value);

    /// <summary>The token of a value.</summary>
    public int OfValue(int value) => 1 + value;

    /// <summary>The token of a node.</summary>
    public int OfNode(int node) => 1 + values + node;

    /// <summary>The value of a token; null for a token that is none.</summary>
    public int? ValueOf(int token) => token >= 1 && token <= values ? token - 1 : null;

    /// <summary>The node of a token; null for a token that is none.</summary>
    public int? NodeOf(int token) => token > values && token < Tokens ? token - values - 1 : null;
}
