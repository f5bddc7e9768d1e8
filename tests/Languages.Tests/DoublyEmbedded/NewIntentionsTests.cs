using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics;

namespace Research.Languages.Tests.DoublyEmbedded;

public sealed class NewIntentionsTests
{
    private const double Noise = 0.02;
    private const double Scale = 1 + (18 * Noise);

    private static readonly LanguageSpec Known = new(Reading.Ambiguous, Noise);

    [Theory]
    [InlineData(Reading.Ambiguous, 0.04), InlineData(Reading.UniformStart, 0.1)]
    public void Every_row_adds_up_to_one_and_draws_differ(Reading reading, double noise)
    {
        foreach (var kind in Enum.GetValues<NewIntentionKind>())
        {
            var languages = Draw(new(reading, noise), kind, 40);
            foreach (var language in languages)
            {
                Assert.Equal((1, 18, 20), (language.Intentions, language.Letters, language.Transitions));
                Assert.Equal(1, language.Start(0).ToArray().Sum(), 1e-14);
                for (var s = 0; s < 18; s++)
                {
                    Assert.Equal(1, language.NextLetter(0, s).ToArray().Sum(), 1e-14);
                    Assert.DoesNotContain(language.NextLetter(0, s).ToArray(), p => p <= 0);
                }
            }

            Assert.True(languages.Select(Rows).Distinct().Count() > 8);
        }
    }

    [Fact]
    public void A_combination_keeps_the_rows_of_two_intentions_and_crosses_with_a_fixed_probability()
    {
        var known = Language.Of(Known);
        foreach (var language in Draw(Known, NewIntentionKind.Combination, 40))
        {
            int[] used = [.. Enumerable.Range(0, 18).Where(s => language.NextLetter(0, s).ToArray().Any(p => Math.Abs(p - (1 / 18.0)) > 1e-12))];
            var (first, second) = (used[0] / 3, used[^1] / 3);
            Assert.Equal([.. Block(first), .. Block(second)], used);
            Assert.NotEqual(first, second);
            for (var t = 0; t < 18; t++)
                Assert.Equal((known.Start(first)[t] + known.Start(second)[t]) / 2, language.Start(0)[t], 1e-15);
            foreach (var s in used)
            {
                var (from, to) = s / 3 == first ? (first, second) : (second, first);
                for (var t = 0; t < 18; t++)
                {
                    var expected = (0.75 * known.NextLetter(from, s)[t]) + (t / 3 == to ? 0.25 / 3 : 0);
                    Assert.Equal(expected, language.NextLetter(0, s)[t], 1e-15);
                }
            }
        }
    }

    [Fact]
    public void New_rows_join_the_letters_of_a_known_intention()
    {
        var known = Language.Of(Known);
        foreach (var language in Draw(Known, NewIntentionKind.NewRows, 40))
        {
            var intention = Enumerable.Range(0, 6).Single(i => known.Start(i).SequenceEqual(language.Start(0)));
            for (var s = 0; s < 18; s++)
            {
                for (var t = 0; t < 18; t++)
                {
                    var p = language.NextLetter(0, s)[t];
                    if (s / 3 != intention) Assert.Equal(1 / 18.0, p, 1e-15);
                    else if (t / 3 != intention) Assert.Equal(Noise / Scale, p, 1e-15);
                    else Assert.True(p > Noise / Scale);
                }

                if (s / 3 == intention)
                    Assert.NotEqual(known.NextLetter(intention, s).ToArray(), language.NextLetter(0, s).ToArray());
            }
        }
    }

    [Theory, InlineData(6, 3), InlineData(2, 3), InlineData(3, 2)]
    public void New_letters_are_those_of_different_intentions_as_far_as_there_are_so_many(int intentions, int own)
    {
        var spec = Known with { Intentions = intentions, LettersPerIntention = own };
        foreach (var language in Draw(spec, NewIntentionKind.NewLetters, 40))
        {
            var uniform = 1.0 / (intentions * own);
            int[] used = [.. Enumerable.Range(0, language.Letters).Where(s => language.Start(0)[s] > uniform)];
            Assert.Equal(own, used.Length);
            Assert.Equal(Math.Min(own, intentions), used.Select(s => s / own).Distinct().Count());
            for (var s = 0; s < language.Letters; s++)
            {
                for (var t = 0; t < language.Letters; t++)
                {
                    var p = language.NextLetter(0, s)[t];
                    if (!used.Contains(s)) Assert.Equal(uniform, p, 1e-15);
                    else if (!used.Contains(t)) Assert.Equal(Noise / (1 + (language.Letters * Noise)), p, 1e-15);
                    else Assert.True(p > Noise / (1 + (language.Letters * Noise)));
                }
            }
        }
    }

    [Fact]
    public void The_first_letter_of_new_letters_follows_the_reading()
    {
        foreach (var (reading, least) in new[] { (Reading.Ambiguous, Noise / Scale), (Reading.UniformStart, 1 / 18.0) })
        {
            var language = Draw(new(reading, Noise), NewIntentionKind.NewLetters, 1)[0];
            Assert.Equal(least, language.Start(0).ToArray().Min(), 1e-15);
        }
    }

    public static TheoryData<LanguageSpec> WithoutRoom => new()
    {
        Known with { Noise = 0 },
        Known with { Reading = Reading.Released },
        Known with { Intentions = 1 },
    };

    [Theory, MemberData(nameof(WithoutRoom))]
    public void A_language_that_could_not_read_them_or_has_nothing_to_combine_is_refused(LanguageSpec spec)
    {
        var error = Assert.Throws<InputException>(() => new NewIntentions(spec));

        Assert.False(NewIntentions.HasRoom(spec));
        Assert.Equal(("the language has no room for new intentions", spec.ToString()), (error.What, error.Where));
    }

    [Fact]
    public void Every_text_of_a_new_intention_is_possible_to_the_language()
    {
        var filter = new BayesFilter(Language.Of(Known));
        foreach (var kind in Enum.GetValues<NewIntentionKind>())
        {
            foreach (var language in Draw(Known, kind, 40))
            {
                var (text, draws) = (new int[88], new PhiloxStream(new Philox(1, "text")));
                new MessageSampler(language).Window(text, ref draws);
                filter.Reset();
                Assert.All(text, token => Assert.True(filter.Observe(token) > 0));
            }
        }
    }

    private static List<Language> Draw(LanguageSpec known, NewIntentionKind kind, int count)
    {
        var (intentions, languages) = (new NewIntentions(known), new List<Language>());
        for (var n = 0; n < count; n++)
        {
            var draws = new PhiloxStream(new Philox(1, "test"), step: (uint)n);
            languages.Add(intentions.Draw(kind, ref draws));
        }

        return languages;
    }

    private static IEnumerable<int> Block(int intention) => Enumerable.Range(3 * intention, 3);

    private static string Rows(Language language) => string.Join(
        ' ', Enumerable.Range(0, 18).SelectMany(s => language.NextLetter(0, s).ToArray()).Concat(language.Start(0).ToArray()));
}
