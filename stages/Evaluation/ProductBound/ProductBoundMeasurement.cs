using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;
using Research.Tables;

namespace Research.Evaluation.ProductBound;

/// <summary>
/// The product of ambiguities (Jiang 2023, Proposition 1): the exact ambiguity of m messages of one intention against
/// the product of the single ones, and against the bound that the posterior odds give. Messages of full length, and
/// shorter ones, which are more ambiguous.
/// </summary>
public static class ProductBoundMeasurement
{
    /// <summary>Counts violations over tuples drawn from a language.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(ProductBoundSpec item, Corpus corpus, Table<ProductBoundRow> output, JobContext job)
    {
        var language = corpus.Language;
        var full = language.MessageLength;
        int[] lengths = [.. new[] { full / 4, full / 2, full }.Where(length => length > 0).Distinct()];
        var rows = new List<ProductBoundRow>();
        foreach (var letters in lengths)
        {
            job.Report(rows.Count, lengths.Length * item.MostExamples, "cells");
            rows.AddRange(Rows(item, language, letters, job));
        }

        output.Write(rows);
    }

    /// <summary>The rows of tuples of 1, 2, ... messages of so many letters.</summary>
    internal static List<ProductBoundRow> Rows(ProductBoundSpec item, Language language, int letters, JobContext job)
    {
        var tallies = Enumerable.Range(1, item.MostExamples)
            .Select(examples => new AmbiguityTally(examples, item.Tuples))
            .ToList();
        var source = new Philox(item.Language.Seed, "evaluation/product-bound");
        var sampler = new MessageSampler(language);
        var oracle = new MessageOracle(language);
        var shared = new SharedIntention(oracle);
        var posterior = new double[language.Intentions];
        var message = new int[letters];
        var single = new double[item.MostExamples];
        for (var n = 0; n < item.Tuples; n++)
        {
            job.Cancellation.ThrowIfCancellationRequested();
            var draws = new PhiloxStream(source, step: (uint)n, tensor: (uint)letters);
            var intention = sampler.Intention(ref draws);
            shared.Reset();
            for (var k = 0; k < item.MostExamples; k++)
            {
                sampler.Message(intention, message, ref draws);
                oracle.Posterior(message, posterior);
                single[k] = IntentionPosterior.Ambiguity(posterior, intention);
                shared.Add(message);
                shared.Posterior(posterior);
                tallies[k].Add(n, IntentionPosterior.Ambiguity(posterior, intention), single.AsSpan(0, k + 1));
            }
        }

        return tallies.ConvertAll(tally => tally.Row(item.Language, letters));
    }
}
