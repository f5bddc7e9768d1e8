using Research.Evaluation.ProductBound;
using Research.Evaluation.SparsityViolation;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.SparsityViolation;

public sealed class OverlapAmbiguityTests
{
    [Fact]
    public void Identical_intentions_keep_their_prior_while_the_product_shrinks()
    {
        var rows = Measure(overlap: 1);

        Assert.Equal(5 * 3, rows.Count);
        Assert.All(rows, row => Assert.Equal(2 / 3.0, row.MeanAmbiguity, 1e-12));
        Assert.All(rows, row => Assert.Equal(Math.Pow(2 / 3.0, row.Messages), row.MeanProduct, 1e-12));
        Assert.All(rows, row => Assert.Equal(row.Messages > 1 ? 3000 : 0, row.ProductViolations));
        Assert.All(rows, row => Assert.Equal(0, row.OddsViolations));
    }

    [Fact]
    public void Letters_and_messages_take_ambiguity_away_unless_there_is_none()
    {
        Assert.All(Measure(overlap: 0), row => Assert.Equal(0, row.MeanAmbiguity));
        var rows = Measure(overlap: 0.6);

        Assert.All(rows.GroupBy(row => row.Messages), byLetters => AssertFalls(byLetters.OrderBy(row => row.Letters)));
        Assert.All(rows.GroupBy(row => row.Letters), byMessages => AssertFalls(byMessages.OrderBy(row => row.Messages)));
    }

    private static void AssertFalls(IEnumerable<OverlapAmbiguityRow> rows)
    {
        var means = rows.Select(row => row.MeanAmbiguity).ToList();
        Assert.All(means.Zip(means.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair}"));
    }

    private static List<OverlapAmbiguityRow> Measure(double overlap)
    {
        var spec = new LanguageSpec(Reading.Released, 0, Intentions: 3, LettersPerIntention: 2, Transitions: 4, Messages: 20, Overlap: overlap);
        using var laboratory = new Laboratory(spec, block: 6);
        return laboratory.Rows<OverlapAmbiguityRow>(table => OverlapAmbiguity.Measure(
            new ProductBoundSpec(spec, Tuples: 3000, MostExamples: 3), laboratory.Corpus, table, new JobContext()));
    }
}
