using Research.Jobs;

namespace Research.Learning;

/// <summary>
/// The shape of a GPT: pre-layer-norm, tied embeddings, learned positions, GELU in its tanh form, no bias (Jiang 2023, the
/// author's released code, which follows nanoGPT). The paper's own: 3 layers, 12 heads, width 768, block 128, vocabulary 19.
/// </summary>
/// <param name="Layers">Number of blocks; at least 1.</param>
/// <param name="Heads">Attention heads of a block; at least 1.</param>
/// <param name="Width">Length of the residual stream's vectors; a multiple of <paramref name="Heads"/>.</param>
/// <param name="Block">Context length: the most tokens the model sees at once; at least 1.</param>
/// <param name="Vocabulary">Number of different tokens; at least 2.</param>
public sealed record GptSpec(int Layers, int Heads, int Width, int Block, int Vocabulary)
{
    /// <summary>Checks every number.</summary>
    /// <param name="where">What the message names as the place: a file, a profile key, a job.</param>
    /// <returns>This spec.</returns>
    /// <exception cref="InputException">A number is out of range, the width is no multiple of the heads, or the model is too large.</exception>
    public GptSpec Validate(string where)
    {
        AtLeast(1, Layers, nameof(Layers), where);
        AtLeast(1, Heads, nameof(Heads), where);
        AtLeast(1, Width, nameof(Width), where);
        AtLeast(1, Block, nameof(Block), where);
        AtLeast(2, Vocabulary, nameof(Vocabulary), where);
        if (Width % Heads != 0)
        {
            throw new InputException(
                $"the width {Width} is not divisible by {Heads} heads", where, $"Set Width to a multiple of {Heads}, or change Heads.");
        }

        var parameters = ((12.0 * Layers * Width) + (2 * Layers) + 1 + Vocabulary + Block) * Width;
        if (parameters > int.MaxValue)
        {
            throw new InputException(
                $"the model would have {parameters:0.###e0} parameters; {int.MaxValue} is the most one buffer holds", where,
                "Reduce Layers or Width.");
        }

        return this;
    }

    private static void AtLeast(int minimum, int value, string name, string where)
    {
        if (value < minimum)
        {
            throw new InputException($"{name} is {value}", where, $"Set {name} to {minimum} or more.");
        }
    }

    /// <summary>The readable name: <c>3 layers, 4 heads, width 64, block 128, vocabulary 19</c>.</summary>
    public override string ToString() =>
        $"{Layers} layers, {Heads} heads, width {Width}, block {Block}, vocabulary {Vocabulary}";
}
