using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Sparsity;

/// <summary>
/// Sparsity of the joint distribution (Jiang 2023, section 2): how much of a message's probability its most likely
/// intention has, by the number of letters read. Exact posteriors, prior the stationary distribution of the intention
/// chain.
/// </summary>
public static class SparsityMeasurement
{
    private const double Peaked = 0.99;

    /// <summary>Reads the first letters, one more each time, of the first messages of a corpus.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(SparsitySpec item, Corpus corpus, Table<SparsityRow> output, JobContext job)
    {
        var language = corpus.Language;
        var messages = corpus.Messages().Take(item.Messages)
            .Select(message => (message.Intention, Tokens: corpus.Encode(message)))
            .ToList();
        var rows = new List<SparsityRow>(language.MessageLength);
        for (var letters = 1; letters <= language.MessageLength; letters++)
        {
            job.Report(letters - 1, language.MessageLength, "lengths");
            rows.Add(Row(item.Language, language, letters, messages));
        }

        output.Write(rows);
    }

    private static SparsityRow Row(
        LanguageSpec spec, Language language, int letters, List<(int Intention, int[] Tokens)> messages)
    {
        var oracle = new MessageOracle(language);
        var posterior = new double[language.Intentions];
        double[] Column() => new double[messages.Count];
        var (peaks, entropies, ambiguities) = (Column(), Column(), Column());
        var peaked = 0;
        for (var n = 0; n < messages.Count; n++)
        {
            oracle.Posterior(messages[n].Tokens.AsSpan(0, letters), posterior);
            peaks[n] = posterior[IntentionPosterior.Top(posterior)];
            entropies[n] = IntentionPosterior.Entropy(posterior);
            ambiguities[n] = IntentionPosterior.Ambiguity(posterior, messages[n].Intention);
            if (peaks[n] > Peaked) peaked++;
        }

        var share = BinomialInterval.ClopperPearson(peaked, messages.Count);
        return new(
            spec.ToString(), spec.Reading, spec.Noise, letters, messages.Count, share.Value, share.Low, share.High,
            Moments.Mean(peaks), Moments.Mean(entropies), Moments.Mean(ambiguities));
    }
}
