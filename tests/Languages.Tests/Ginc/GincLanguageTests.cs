using Research.Jobs;
using Research.Languages.Ginc;

namespace Research.Languages.Tests.Ginc;

public sealed class GincLanguageTests
{
    private static readonly double[,] Stay = { { 1, 0 }, { 0, 1 } };

    [Fact]
    public void A_language_has_the_authors_sizes_and_shared_parts()
    {
        var language = GincLanguage.Of(new());

        Assert.Equal((10, 10, 100, 5, 10), (language.Values, language.Slots, language.States, language.Concepts, language.AllConcepts));
        Assert.Equal(1.0 / 10_240, language.EndProbability);
        Assert.InRange(language.Alphabet.Tokens, 35, 50);
        for (var state = 0; state < 100; state++)
        {
            Assert.Equal(state % 10 == 0, language.TokenOf(state) == Alphabet.Newline);
            Assert.Contains(state, language.StatesOf(language.TokenOf(state)).ToArray());
        }

        Assert.Equal(100, Enumerable.Range(0, language.Alphabet.Tokens).Sum(token => language.StatesOf(token).Length));
        Assert.All(Enumerable.Range(0, language.Alphabet.Tokens), token => Assert.NotEqual(0, language.StatesOf(token).Length));
    }

    [Fact]
    public void Transitions_mix_permutations_so_that_columns_add_up_to_one_too()
    {
        var language = GincLanguage.Of(new());
        for (var j = 0; j < 10; j++)
        {
            Assert.Equal(1, Enumerable.Range(0, 10).Sum(i => language.NextValue(i, j)), 1e-12);
            Assert.True(language.NextValue(j, j) >= 0.9);
            for (var concept = 0; concept < 10; concept++)
                Assert.Equal(1, Enumerable.Range(0, 10).Sum(i => language.NextSlot(concept, i, j)), 1e-12);
        }
    }

    [Fact]
    public void Weights_are_uneven_and_starts_nearly_uniform()
    {
        var language = GincLanguage.Of(new());
        for (var concept = 0; concept < 10; concept++)
        {
            Assert.Equal(1, Enumerable.Range(0, 100).Sum(state => language.Start(concept)[state]), 1e-12);
            // e^(u / 10) with u within a half, over its mean: at most 10 % off.
            Assert.All(language.Start(concept).ToArray(), p => Assert.InRange(p, 0.009, 0.011));
            Assert.True(Enumerable.Range(0, 10).Max(slot => language.NextSlot(concept, 0, slot)) > 0.15);
        }
    }

    [Fact]
    public void Concepts_differ_and_more_of_them_leave_the_first_as_they_are()
    {
        var (few, many) = (GincLanguage.Of(new(Concepts: 2, UnseenConcepts: 1)), GincLanguage.Of(new()));
        Assert.NotEqual(Rows(many, 0), Rows(many, 1));
        Assert.Equal(Rows(many, 2), Rows(few, 2));
        Assert.NotEqual(Rows(many, 0), Rows(GincLanguage.Of(new(Seed: 1112)), 0));

        static double[] Rows(GincLanguage language, int concept) =>
            [.. Enumerable.Range(0, 100).Select(i => language.NextSlot(concept, i / 10, i % 10))];
    }

    [Theory]
    [InlineData(1, "Symbols is 1"), InlineData(364, "Symbols is 364, too many for the alphabet")]
    public void Symbols_that_the_alphabet_cannot_hold_are_named(int symbols, string what) =>
        Assert.Equal(what, Assert.Throws<InputException>(() => new GincSpec(symbols).Validate()).What);

    [Fact]
    public void Sizes_out_of_range_are_named()
    {
        Assert.Equal("UnseenConcepts is 0: there are no out-of-distribution concepts", What(new(UnseenConcepts: 0)));
        Assert.Equal("Concepts is 1", What(new(Concepts: 1)));
        Assert.Equal("Slots is 1", What(new(Slots: 1)));
        Assert.Equal("Values is 0", What(new(Values: 0)));
        Assert.Equal("101 values by 10 slots are 1010 hidden states", What(new(Values: 101)));
        Assert.Equal("Permutations is 0", What(new(Permutations: 0)));
        Assert.Equal("Staying is 1", What(new(Staying: 1)));
        Assert.Equal("Documents is 1", What(new(Documents: 1)));
        Assert.Equal("DocumentLength is 1", What(new(DocumentLength: 1)));

        static string What(GincSpec spec) => Assert.Throws<InputException>(spec.Validate).What;
    }

    [Fact]
    public void Rows_that_are_no_distributions_are_named()
    {
        Assert.Equal("row 1 of the transitions of the entities adds up to 0.9, not 1", What(new[,] { { 1, 0 }, { 0, 0.9 } }, Stay, Even()));
        Assert.Equal(
            "row 0 of the transitions of the properties of concept 0 holds -0.5, no probability",
            What(Stay, new[,] { { -0.5, 1.5 }, { 0, 1 } }, Even()));
        Assert.Equal("the start of concept 0 adds up to 1.25, not 1", What(Stay, Stay, [0.5, 0.25, 0.25, 0.25]));
        Assert.Equal("the start of concept 0 has 2 states, not 4", What(Stay, Stay, [0.5, 0.5]));
        Assert.Equal("the transitions of the entities are not 2 x 2", What(new double[2, 3], Stay, Even()));
        Assert.Equal("a document ends with probability 0", What(Stay, Stay, Even(), end: 0));
        Assert.Equal("2 of 1 concepts are to be drawn from", What(Stay, Stay, Even(), concepts: 2));

        static double[] Even() => [0.25, 0.25, 0.25, 0.25];

        static string What(double[,] values, double[,] slots, double[] start, double end = 0.1, int concepts = 1) =>
            Assert.Throws<InputException>(() => new GincLanguage(
                "x", new[,] { { 0, 1 }, { 0, 2 } }, values, [slots], [start], concepts, end)).What;
    }
}
