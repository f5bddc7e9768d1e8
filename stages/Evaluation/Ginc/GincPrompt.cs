using Research.Languages;
using Research.Languages.Ginc;
using Research.Numerics;

namespace Research.Evaluation.Ginc;

/// <summary>
/// A prompt of Xie et al. 2022: examples of one concept that all start from one slot, each with a delimiter, then an unfinished example.
/// The value is drawn anew for each. Prompts with fewer examples are the ends of those with more.
/// </summary>
internal sealed class GincPrompt
{
    private readonly int[] text;
    private readonly int length;

    /// <summary>Draws a prompt; it depends on the training's seed, the length of the examples, the kind and its index.</summary>
    public GincPrompt(GincPromptSpec item, GincLanguage language, HiddenSampler sampler, ConceptKind kind, int index)
    {
        var source = new Philox(item.Training.Seed, kind == ConceptKind.Seen ? "evaluation/ginc/seen" : "evaluation/ginc/unseen");
        var draws = new PhiloxStream(source, step: (uint)index, tensor: (uint)item.Length);
        (Kind, Index, length) = (kind, index, item.Length);
        Concept = kind == ConceptKind.Seen ? sampler.Concept(ref draws) : sampler.UnseenConcept(ref draws);
        Slot = 1 + draws.Below(language.Slots - 1);
        text = new int[((length + 1) * item.MostExamples) + length - 1];
        Walk(Start(0), length - 1, ref draws);
        for (var n = 1; n <= item.MostExamples; n++)
        {
            Walk(Start(n), length, ref draws);
            text[Start(n) + length] = Alphabet.Newline;
        }

        void Walk(int start, int tokens, ref PhiloxStream draws)
        {
            var first = language.StateOf(draws.Below(language.Values), Slot);
            sampler.Walk(Concept, first, text.AsSpan(start, tokens), ref draws);
        }
    }

    /// <summary>Whether the concept is one of the training text.</summary>
    public ConceptKind Kind { get; }

    /// <summary>Its number.</summary>
    public int Index { get; }

    /// <summary>The concept of all examples.</summary>
    public int Concept { get; }

    /// <summary>The slot from which all examples start.</summary>
    public int Slot { get; }

    /// <summary>The unfinished example, which is asked to be continued.</summary>
    public ReadOnlySpan<int> Unfinished => text.AsSpan(text.Length - length + 1);

    /// <summary>The text with so many examples before the unfinished one.</summary>
    public int[] Text(int examples) => text[Start(examples)..];

    /// <summary>A finished example without its delimiter; 1 is that just before the unfinished one.</summary>
    public ReadOnlySpan<int> Example(int number) => text.AsSpan(Start(number), length);

    private int Start(int examples) => text.Length - length + 1 - (examples * (length + 1));
}
