using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>How ambiguous the messages of a language are to a reader.</summary>
/// <param name="Misread">
/// Share of messages whose most probable intention is not the true one. Of transitions only, this is the number that
/// the author's generator prints and the figures call the language's epsilon.
/// </param>
/// <param name="Mean">Mean over messages of epsilon(x) = 1 - Pr(true intention | x).</param>
public readonly record struct LanguageAmbiguity(Estimate Misread, Estimate Mean)
{
    /// <summary>Estimates both from messages drawn under independent stationary intentions.</summary>
    /// <param name="language">The language.</param>
    /// <param name="evidence">What the reader takes into account.</param>
    /// <param name="messages">Messages to draw; message n takes step n of the stream.</param>
    /// <param name="source">Where the messages come from.</param>
    public static LanguageAmbiguity Sampled(Language language, Evidence evidence, int messages, Philox source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(messages);
        var sampler = new MessageSampler(language);
        var oracle = new MessageOracle(language, evidence);
        var message = new int[language.MessageLength];
        var posterior = new double[language.Intentions];
        var ambiguities = new double[messages];
        var misread = 0;
        for (var n = 0; n < messages; n++)
        {
            var draws = new PhiloxStream(source, step: (uint)n);
            var intention = sampler.Intention(ref draws);
            sampler.Message(intention, message, ref draws);
            oracle.Posterior(message, posterior);
            ambiguities[n] = IntentionPosterior.Ambiguity(posterior, intention);
            if (IntentionPosterior.Top(posterior) != intention) misread++;
        }

        return new(BinomialInterval.Wilson(misread, messages), StudentInterval.OfMean(ambiguities));
    }
}
