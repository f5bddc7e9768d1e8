using Research.Evaluation.ProductBound;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded.Oracles;

namespace Research.Evaluation.Tests.ProductBound;

public sealed class ProductBoundMeasurementTests
{
    /// <summary>Reference L7: 400,000 tuples, standard error of a share up to 0.0008.</summary>
    [Fact]
    public void Violations_and_means_are_the_reference_figures()
    {
        const int Tuples = 4000;
        (int Letters, double[] Violated, double[] Mean)[] published =
        [
            (5, [0, .6160, .5283, .4491, .3790], [.5894, .4125, .2871, .1998, .1392]),
            (10, [0, .3291, .2118, .1348, .0848], [.3653, .1563, .0665, .0281, .0118]),
            (21, [0, .0956, .0426, .0175, .0071], [.1257, .0180, .0025, .00034, .00005]),
        ];
        using var laboratory = Laboratory.OfAuthors(Reading.UniformStart, .02);

        var rows = Measure(laboratory, new(laboratory.Spec, Tuples));

        Assert.Equal(15, rows.Count);
        foreach (var row in rows)
        {
            var (_, violated, mean) = published.Single(cell => cell.Letters == row.Letters);
            var m = row.Messages - 1;
            Published.AssertShare(violated[m], row.ProductViolations, Tuples, m == 0 ? 0 : .0008);
            Assert.Equal(0, row.OddsViolations);
            // The reference mean has a tenth of our standard error, and is rounded.
            Assert.Equal(mean[m], row.MeanAmbiguity, (4.02 * row.AmbiguityError) + 5e-5);
            Assert.True(row.MeanAmbiguity <= row.MeanOddsBound, $"{row}");
        }
    }

    [Theory, InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void Shares_and_means_are_those_of_all_tuples_of_a_tiny_language(Reading reading)
    {
        const int Tuples = 10_000;
        using var laboratory = Laboratory.OfTiny(reading);

        var rows = Measure(laboratory, new(laboratory.Spec, Tuples, MostExamples: 2));

        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2), (5, 1), (5, 2)], rows.Select(row => (row.Letters, row.Messages)));
        foreach (var row in rows.Where(row => row.Letters < 5))
        {
            var all = All(laboratory.Language, row.Letters, row.Messages).ToList();
            Near.Equal(1, all.Sum(tuple => tuple.Probability), "total");
            var violated = all.Sum(tuple => tuple.Ambiguity > tuple.Product * (1 + 1e-9) ? tuple.Probability : 0);
            var mean = all.Sum(tuple => tuple.Probability * tuple.Ambiguity);
            var variance = all.Sum(tuple => tuple.Probability * Math.Pow(tuple.Ambiguity - mean, 2));
            var product = all.Sum(tuple => tuple.Probability * tuple.Product);
            Published.AssertShare(violated, row.ProductViolations, Tuples, 0);
            var error = Math.Sqrt(variance / Tuples);
            Assert.Equal(error, row.AmbiguityError, (.05 * error) + 1e-9);
            Assert.Equal(mean, row.MeanAmbiguity, (4 * error) + 1e-9);
            Assert.Equal(product, row.MeanProduct, (4 * error) + 1e-9);
            Near.Equal(all.Max(tuple => tuple.Ambiguity / tuple.Product), row.LargestExcess, nameof(row.LargestExcess));
        }
    }

    [Fact]
    public void One_message_is_its_own_product_and_its_own_bound()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Ambiguous, .04);

        var rows = Measure(laboratory, new(laboratory.Spec, Tuples: 500)).FindAll(row => row.Messages == 1);

        Assert.All(rows, row => Assert.Equal((0, 0), (row.ProductViolations, row.OddsViolations)));
        Assert.All(rows, row => Near.Equal(row.MeanAmbiguity, row.MeanProduct, nameof(row.MeanProduct)));
        Assert.All(rows, row => Near.Equal(row.MeanAmbiguity, row.MeanOddsBound, nameof(row.MeanOddsBound)));
        Assert.All(rows, row => Near.Equal(1, row.LargestExcess, nameof(row.LargestExcess)));
    }

    [Fact]
    public void A_language_without_ambiguity_has_nothing_to_multiply()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, .04);

        var rows = Measure(laboratory, new(laboratory.Spec, Tuples: 100));

        Assert.All(rows, row => Assert.Equal(
            (0, 0, 0.0, 0.0, 0.0),
            (row.ProductViolations, row.OddsViolations, row.MeanAmbiguity, row.MeanProduct, row.LargestExcess)));
    }

    /// <summary>Every tuple of messages of one intention, with its probability.</summary>
    private static IEnumerable<(double Probability, double Ambiguity, double Product)> All(
        Language language, int letters, int messages) =>
        from intention in Enumerable.Range(0, 3)
        from tuple in Words(letters * messages)
        let parts = tuple.Chunk(letters).ToList()
        let likelihood = parts.Aggregate(1.0, (p, part) => p * BruteForce.Likelihood(language, intention, part))
        select (
            likelihood / 3,
            1 - SlowReader.Posterior(language, parts)[intention],
            parts.Aggregate(1.0, (p, part) => p * (1 - SlowReader.Posterior(language, [part])[intention])));

    private static IEnumerable<int[]> Words(int length) => length == 0
        ? [[]]
        : Words(length - 1).SelectMany(shorter => Enumerable.Range(1, 3).Select(token => (int[])[.. shorter, token]));

    private static List<ProductBoundRow> Measure(Laboratory laboratory, ProductBoundSpec item) =>
        laboratory.Rows<ProductBoundRow>(
            table => ProductBoundMeasurement.Measure(item, laboratory.Corpus, table, new JobContext()));
}
