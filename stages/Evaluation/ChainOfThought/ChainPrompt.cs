using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>The beginning of a document, and the node whose value is asked for.</summary>
/// <param name="Header">The target that the document names first.</param>
/// <param name="Statements">What it has stated.</param>
/// <param name="Asked">The node whose letter comes next.</param>
internal sealed record ChainPrompt(int Header, IReadOnlyList<Statement> Statements, int Asked)
{
    /// <summary>The tokens: a newline, the header, the statements, the letter of the node that is asked for.</summary>
    public int[] Tokens(ChainAlphabet alphabet) => [.. Opening(alphabet, Header, Statements), alphabet.OfNode(Asked)];

    /// <summary>The tokens of the beginning of a document, the newline before it included.</summary>
    public static int[] Opening(ChainAlphabet alphabet, int header, IEnumerable<Statement> statements) =>
    [
        ChainAlphabet.Newline, alphabet.OfNode(header),
        .. statements.SelectMany(statement => new[] { alphabet.OfNode(statement.Node), alphabet.OfValue(statement.Value) }),
    ];
}
