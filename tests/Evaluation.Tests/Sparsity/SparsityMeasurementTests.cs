using Research.Evaluation.Sparsity;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Numerics.Statistics;

namespace Research.Evaluation.Tests.Sparsity;

public sealed class SparsityMeasurementTests
{
    [Fact]
    public void Every_row_equals_the_enumerated_posteriors_of_the_first_messages()
    {
        using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Ambiguous) with { Noise = .02 }, block: 8);
        var messages = laboratory.Corpus.Messages().Take(40).ToList();

        var rows = Measure(laboratory, 40);

        Assert.Equal([1, 2, 3, 4, 5], rows.Select(row => row.Length));
        foreach (var row in rows)
        {
            var posteriors = messages.ConvertAll(message => SlowReader.Posterior(
                laboratory.Language, [laboratory.Language.Alphabet.Encode(message.Text.AsSpan(0, row.Length))]));
            var peaked = posteriors.Count(posterior => posterior.Max() > .99);
            var interval = BinomialInterval.ClopperPearson(peaked, 40);
            Assert.Equal((peaked / 40.0, 40), (row.Peaked, row.Messages));
            Assert.Equal((interval.Low, interval.High), (row.Low, row.High));
            Near.Equal(posteriors.Average(posterior => posterior.Max()), row.MeanPeak, "peak");
            var entropy = posteriors.Average(posterior => -posterior.Sum(p => p * Math.Log(p)));
            Near.Equal(entropy, row.MeanEntropy, "entropy");
            Near.Equal(
                posteriors.Zip(messages, (posterior, message) => 1 - posterior[message.Intention]).Average(),
                row.MeanAmbiguity, "ambiguity");
        }

        Assert.Contains(rows, row => row.Peaked is > 0 and < 1);
    }

    [Fact]
    public void A_first_letter_of_the_released_reading_gives_its_intention_away()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, noise: .04);

        var rows = Measure(laboratory, messages: 150);

        Assert.Equal(21, rows.Count);
        Assert.All(rows, row => Assert.Equal((1.0, 1.0), (row.Peaked, row.MeanPeak)));
        Assert.All(rows, row => Assert.Equal((0.0, 0.0), (row.MeanEntropy, row.MeanAmbiguity)));
    }

    [Fact]
    public void The_ambiguous_reading_gets_clearer_with_every_letter_in_the_mean()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Ambiguous, noise: .04, messages: 1000);

        var rows = Measure(laboratory, messages: 1000);

        // A letter's posterior: a for the intention that owns it, b for each of the five others; four standard errors.
        const double A = (1 + (3 * .04)) / (1 + (18 * .04)), B = 3 * .04 / (1 + (18 * .04));
        Assert.Equal(1 - (A * A) - (5 * B * B), rows[0].MeanAmbiguity, .035);
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.Second.MeanAmbiguity < pair.First.MeanAmbiguity));
    }

    private static List<SparsityRow> Measure(Laboratory laboratory, int messages) =>
        laboratory.Rows<SparsityRow>(table => SparsityMeasurement.Measure(
            new(laboratory.Spec, messages), laboratory.Corpus, table, new JobContext()));
}
