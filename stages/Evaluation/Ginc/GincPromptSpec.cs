using Research.Jobs;
using Research.Languages.Ginc;
using Research.Learning;

namespace Research.Evaluation.Ginc;

/// <summary>The prompts of one example length, asked of one model.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The language it learned.</param>
/// <param name="Length">Length k of an example in tokens, its delimiter not counted; at least 2.</param>
/// <param name="MostExamples">Prompts have 0, 1, 2, 4, ... examples up to this many, at least 1.</param>
/// <param name="Prompts">Prompts of each number of examples and each kind of concept, at least 1.</param>
public sealed record GincPromptSpec(Training Training, GincSpec Language, int Length, int MostExamples, int Prompts)
{
    /// <summary>The numbers of examples, ascending: 0 and the powers of two.</summary>
    public IEnumerable<int> Examples()
    {
        yield return 0;
        for (var n = 1; n <= MostExamples; n *= 2) yield return n;
    }

    /// <summary>Checks the numbers.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A number is out of range, or the prompts are longer than the model's block.</exception>
    public GincPromptSpec Validate()
    {
        Require(Length >= 2, $"examples of {Length} tokens leave nothing to predict from", "Give a length of 2 or more.");
        Require(MostExamples >= 1, $"the most examples are {MostExamples}", "Give 1 or more.");
        Require(Prompts >= 1, $"there are {Prompts} prompts", "Give 1 or more.");
        var longest = ((Length + 1L) * Examples().Last()) + Length - 1;
        Require(
            longest <= Training.Model.Block,
            $"{Examples().Last()} examples of {Length} tokens and an unfinished one take {longest} symbols, "
            + $"the model's block has {Training.Model.Block}",
            "Reduce the number or the length of the examples, or train with a larger block.");
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Training} · k={Length}";

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
