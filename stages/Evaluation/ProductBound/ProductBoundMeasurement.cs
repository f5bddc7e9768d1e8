using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.ProductBound;

/// <summary>
/// The product of ambiguities (Jiang 2023, Proposition 1): the exact ambiguity of m messages of one intention against the product of
/// the single ones, and against the bound that the posterior odds give. Messages of full length, and shorter ones, which are more ambiguous.
/// </summary>
public static class ProductBoundMeasurement
{
    /// <summary>Relative margin below which an excess counts as rounding.</summary>
    private const double Margin = 1e-9;

    /// <summary>Counts violations over tuples drawn from a language.</summary>
    /// <exception cref="InputException">The corpus is damaged.</exception>
    public static void Measure(ProductBoundSpec item, Corpus corpus, Table<ProductBoundRow> output, JobContext job)
    {
        var language = corpus.Language;
        int[] lengths = [.. new[] { language.MessageLength / 4, language.MessageLength / 2, language.MessageLength }.Where(length => length > 0).Distinct()];
        var rows = new List<ProductBoundRow>();
        foreach (var letters in lengths)
        {
            job.Report(rows.Count, lengths.Length * item.MostExamples, "cells");
            rows.AddRange(Rows(item, language, letters, job));
        }

        output.Write(rows);
    }

    private static List<ProductBoundRow> Rows(ProductBoundSpec item, Language language, int letters, JobContext job)
    {
        var tallies = Enumerable.Range(1, item.MostExamples).Select(examples => new Tally(examples, item.Tuples)).ToList();
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

    private sealed class Tally(int examples, int tuples)
    {
        private readonly double[] ambiguities = new double[tuples];
        private readonly double[] products = new double[tuples];
        private readonly double[] bounds = new double[tuples];
        private int productViolations;
        private int oddsViolations;
        private double largestExcess;

        public void Add(int tuple, double ambiguity, ReadOnlySpan<double> single)
        {
            var product = AmbiguityBounds.Product(single);
            var bound = AmbiguityBounds.Odds(single);
            (ambiguities[tuple], products[tuple], bounds[tuple]) = (ambiguity, product, bound);
            if (ambiguity > product * (1 + Margin)) productViolations++;
            if (ambiguity > bound * (1 + Margin)) oddsViolations++;
            if (product > 0 && ambiguity / product > largestExcess) largestExcess = ambiguity / product;
        }

        public ProductBoundRow Row(LanguageSpec language, int letters) => new(
            language.ToString(), language.Reading, language.Noise, letters, examples, tuples, productViolations, oddsViolations, Moments.Mean(ambiguities),
            Moments.StandardError(ambiguities), Moments.Mean(products), Moments.Mean(bounds), largestExcess);
    }
}
