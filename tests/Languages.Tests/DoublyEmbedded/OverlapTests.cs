using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class OverlapTests
{
    private static readonly LanguageSpec Authors = new(Reading.Released, 0);

    [Theory, InlineData(Reading.Released, 0, 0.25), InlineData(Reading.Ambiguous, 0.02, 0.5)]
    public void Rows_are_mixed_from_the_intentions_own_and_a_common_one(Reading reading, double noise, double overlap)
    {
        var spec = new LanguageSpec(reading, noise);
        var (own, common, mixed) =
            (Language.Of(spec), Language.Of(spec with { Overlap = 1 }), Language.Of(spec with { Overlap = overlap }));
        for (var i = 0; i < 6; i++)
        {
            AssertMixed(own.Start(i), common.Start(0), mixed.Start(i));
            for (var s = 0; s < 18; s++)
            {
                if (own.NextLetter(i, s).ContainsAnyExcept(0.0))
                    AssertMixed(own.NextLetter(i, s), common.NextLetter(0, s), mixed.NextLetter(i, s));
                else
                    Assert.Equal(common.NextLetter(0, s), mixed.NextLetter(i, s));
            }

            Assert.Equal(own.NextIntention(i), mixed.NextIntention(i));
        }

        void AssertMixed(ReadOnlySpan<double> own, ReadOnlySpan<double> common, ReadOnlySpan<double> mixed)
        {
            for (var t = 0; t < 18; t++) Assert.Equal(((1 - overlap) * own[t]) + (overlap * common[t]), mixed[t], 1e-15);
        }
    }

    [Fact]
    public void The_common_rows_are_the_next_numbers_of_the_authors_generator()
    {
        var language = Language.Of(Authors with { Overlap = 1 });
        var random = new MersenneTwister(1713);
        for (var n = 0; n < 6 * 9; n++) random.Uniform();

        AssertRow(language.Start(3));
        for (var s = 0; s < 18; s++) AssertRow(language.NextLetter(3, s));

        void AssertRow(ReadOnlySpan<double> row)
        {
            double[] numbers = [.. Enumerable.Range(0, 18).Select(_ => random.Uniform())];
            for (var t = 0; t < 18; t++) Assert.Equal(numbers[t] / numbers.Sum(), row[t], 1e-15);
        }
    }

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(0.9), InlineData(1)]
    public void Every_row_of_an_overlapping_language_adds_up_to_one(double overlap)
    {
        var language = Language.Of(Authors with { Overlap = overlap });
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(1, language.Start(i).ToArray().Sum(), 1e-14);
            for (var s = 0; s < 18; s++) Assert.Equal(1, language.NextLetter(i, s).ToArray().Sum(), 1e-14);
        }
    }

    [Theory, InlineData(Reading.Released, 0), InlineData(Reading.Ambiguous, 0.04), InlineData(Reading.UniformStart, 0.1)]
    public void At_total_overlap_a_message_says_nothing_about_its_intention(Reading reading, double noise)
    {
        var language = Language.Of(new(reading, noise, Overlap: 1));
        for (var i = 1; i < 6; i++)
        {
            Assert.Equal(language.Start(0), language.Start(i));
            for (var s = 0; s < 18; s++) Assert.Equal(language.NextLetter(0, s), language.NextLetter(i, s));
        }

        var ambiguity = LanguageAmbiguity.Sampled(language, Evidence.WholeMessage, 50, new Philox(1, "test"));

        Assert.Equal(5 / 6.0, ambiguity.Mean.Value, 1e-12);
        Assert.Equal(0, ambiguity.Mean.Margin, 1e-12);
    }

    [Fact]
    public void Without_overlap_the_language_is_the_authors_and_never_ambiguous()
    {
        var (language, same) = (Language.Of(Authors), Language.Of(Authors with { Overlap = 0 }));
        for (var s = 0; s < 18; s++) Assert.Equal(language.NextLetter(s / 3, s), same.NextLetter(s / 3, s));
        Assert.Equal(0, MeanAmbiguity(0, transitions: 1));
    }

    [Theory, InlineData(3), InlineData(20)]
    public void The_mean_ambiguity_rises_with_the_overlap(int transitions)
    {
        double[] overlaps = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

        var ambiguities = Array.ConvertAll(overlaps, overlap => MeanAmbiguity(overlap, transitions));

        Assert.All(ambiguities.Zip(ambiguities.Skip(1)), pair => Assert.True(pair.First < pair.Second, $"{pair}"));
    }

    private static double MeanAmbiguity(double overlap, int transitions) => LanguageAmbiguity.Sampled(
        Language.Of(Authors with { Overlap = overlap, Transitions = transitions }), Evidence.WholeMessage,
        messages: 4000, new Philox(1, "test")).Mean.Value;
}
