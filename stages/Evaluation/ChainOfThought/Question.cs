using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>What is asked: the value of a target, given that of a condition.</summary>
/// <param name="Condition">The node that is known, with its value.</param>
/// <param name="Path">The nodes on the way, condition and target included.</param>
/// <param name="HeldOut">Whether no document holds both ends.</param>
internal sealed record Question(Statement Condition, int[] Path, bool HeldOut)
{
    /// <summary>The node that is asked for.</summary>
    public int Target => Path[^1];

    /// <summary>Steps from the condition to the target.</summary>
    public int Steps => Path.Length - 1;

    /// <summary>
    /// The questions on a language: neighbors, held-out pairs and their controls, both directions, every value of the condition.
    /// </summary>
    public static IReadOnlyList<Question> On(ChainLanguage language) =>
    [
        .. Of(language, language.World.Routes.Pairs(1), heldOut: false),
        .. Of(language, language.Controls, heldOut: false),
        .. Of(language, language.HeldOut, heldOut: true),
    ];

    private static IEnumerable<Question> Of(ChainLanguage language, IEnumerable<NodePair> pairs, bool heldOut) =>
        from pair in pairs
        from ends in new[] { (From: pair.First, To: pair.Second), (From: pair.Second, To: pair.First) }
        from value in Enumerable.Range(0, language.World.Values)
        select new Question(new(ends.From, value), language.World.Routes.Path(ends.From, ends.To), heldOut);
}
