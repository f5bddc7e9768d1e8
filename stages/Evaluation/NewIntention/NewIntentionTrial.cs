using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.NewIntention;

/// <summary>A text of one new intention: a newline, and messages with theirs. All prompts are its beginnings.</summary>
internal sealed class NewIntentionTrial
{
    /// <summary>Draws an intention and its text; they depend on the training's seed, the kind and the index.</summary>
    public NewIntentionTrial(NewIntentionSpec item, NewIntentions intentions, NewIntentionKind kind, int index)
    {
        var draws = new PhiloxStream(
            new Philox(item.Training.Seed, "evaluation/new-intention"), step: (uint)index, tensor: (uint)kind);
        (Index, Kind, Intention) = (index, kind, intentions.Draw(kind, ref draws));
        var (sampler, period) = (new MessageSampler(Intention), Intention.MessageLength + 1);
        Text = new int[(item.MostExamples + 1) * period];
        for (var k = 0; k <= item.MostExamples; k++)
        {
            Text[k * period] = Alphabet.Newline;
            sampler.Message(0, Text.AsSpan((k * period) + 1, period - 1), ref draws);
        }
    }

    /// <summary>Its number.</summary>
    public int Index { get; }

    /// <summary>How the intention came about.</summary>
    public NewIntentionKind Kind { get; }

    /// <summary>The new intention, as a language that has no other.</summary>
    public Language Intention { get; }

    /// <summary>A newline before each message.</summary>
    public int[] Text { get; }
}
