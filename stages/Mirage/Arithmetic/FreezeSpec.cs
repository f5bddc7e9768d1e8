using Research.Jobs;
using Research.Learning;

namespace Research.Mirage.Arithmetic;

/// <summary>One training whose outputs are frozen.</summary>
/// <param name="Training">Which training.</param>
/// <param name="Language">The text it learned from.</param>
/// <param name="Items">Test items of each task and length, at least 1; fewer where there are not so many problems.</param>
/// <param name="Samples">Answers drawn for each item from the final weights, 0 or more.</param>
/// <param name="Windows">Windows of held-out text for the pre-training loss, at least 1.</param>
public sealed record FreezeSpec(Training Training, ArithmeticSpec Language, int Items, int Samples, int Windows)
{
    /// <summary>Checks that prompts fit into the model's context.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">They do not.</exception>
    public FreezeSpec Validate() => Language.LongestRun <= Training.Model.Block
        ? this
        : throw new InputException(
            $"{Language.Run} problems take up to {Language.LongestRun} characters, the model's block has {Training.Model.Block}", ToString(),
            "Raise the block.");

    /// <inheritdoc/>
    public override string ToString() => $"{Training}";
}
