using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;

namespace Research.Evaluation.Tuning;

/// <summary>
/// A newline, then messages of the language with their newlines, as the text the model learned first has them: the intention of the
/// last one is given, those before it are drawn from the chain backwards. The place in every message is known.
/// </summary>
internal sealed class TuningPrompt
{
    private const int MostEarlier = 16;

    /// <summary>Draws a prompt; it depends on the training's seed, not on how the model is tuned.</summary>
    /// <param name="item">The measurement.</param>
    /// <param name="language">The language.</param>
    /// <param name="intention">Of the last message.</param>
    /// <param name="earlier">Messages before it, up to 15.</param>
    /// <param name="index">Number of the prompt.</param>
    public TuningPrompt(TuningSpec item, Language language, int intention, int earlier, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(earlier, MostEarlier);
        (Intention, Earlier, Index) = (intention, earlier, index);
        var draws = new PhiloxStream(
            new Philox(item.Tuning.Base.Seed, "evaluation/tuning"), step: (uint)index, tensor: (uint)((intention * MostEarlier) + earlier));
        var sampler = new MessageSampler(language);
        var period = language.MessageLength + 1;
        Tokens = new int[1 + ((earlier + 1) * period)];
        Tokens[0] = Alphabet.Newline;
        for (int place = earlier, theta = intention; place >= 0; place--)
        {
            var message = Tokens.AsSpan(1 + (place * period), period);
            sampler.Message(theta, message[..^1], ref draws);
            message[^1] = Alphabet.Newline;
            theta = Before(language, theta, draws.UniformDouble());
        }
    }

    /// <summary>theta: the intention of the last message.</summary>
    public int Intention { get; }

    /// <summary>Messages before the last one.</summary>
    public int Earlier { get; }

    /// <summary>Its number.</summary>
    public int Index { get; }

    /// <summary>The tokens; the last one is a newline.</summary>
    public int[] Tokens { get; }

    /// <summary>
    /// The intention of the message before one of this intention: Pr(theta) A(theta, intention) / Pr(intention), by inversion.
    /// </summary>
    internal static int Before(Language language, int intention, double uniform)
    {
        var (running, last) = (0.0, 0);
        for (var theta = 0; theta < language.Intentions; theta++)
        {
            var weight = language.Stationary[theta] * language.NextIntention(theta)[intention] / language.Stationary[intention];
            if (weight > 0) last = theta;
            running += weight;
            if (uniform < running) return theta;
        }

        return last;
    }
}
