using Research.Languages.LabelledText;

namespace Research.Languages.Tests.LabelledText;

public sealed class NGramModelTests
{
    private const int Symbols = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_probabilities_of_all_texts_of_a_length_sum_to_one(int order)
    {
        var model = Learned(order);

        for (var length = 1; length <= 6; length++) Assert.Equal(1, Sum(model, model.Start(order), length), 1e-12);
        for (var lower = 1; lower < order; lower++) Assert.Equal(1, Sum(model, model.Start(lower), 4), 1e-12);
    }

    [Fact]
    public void Each_symbol_has_the_probability_of_the_formula()
    {
        var model = new NGramModel(order: 2, Symbols);
        model.Add([2, 3, 2, 2]);

        // Of single symbols, 3 is seen once and 2 three times: D = (1 + 1) / (1 + 2). Of pairs, all four are seen once: D = 5 / 6.
        double Single(int symbol) => (symbol == 2 ? 3 - (2.0 / 3) : symbol == 3 ? 1 - (2.0 / 3) : 0) / 4 + (2.0 / 3 * 2 / 4 / Symbols);
        var context = model.Start(2);
        Assert.Equal(1 - (5.0 / 6) + (5.0 / 6 * Single(2)), model.Probability(context, 2), 1e-15);
        Assert.Equal(5.0 / 6 * Single(0), model.Probability(context, 0), 1e-15);
        model.Advance(context, 2);
        Assert.Equal((1 - (5.0 / 6)) / 2 + (5.0 / 6 * 2 / 2 * Single(3)), model.Probability(context, 3), 1e-15);
        model.Advance(context, 0);
        Assert.Equal(Single(3), model.Probability(context, 3), 1e-15);
        Assert.Equal(Single(3), model.Probability(model.Start(1), 3), 1e-15);
    }

    [Fact]
    public void Without_texts_all_symbols_are_as_likely()
    {
        var model = new NGramModel(order: 3, Symbols);

        Assert.All(Enumerable.Range(0, Symbols), symbol => Assert.Equal(0.25, model.Probability(model.Start(3), symbol)));
    }

    [Fact]
    public void An_alphabet_has_one_symbol_for_characters_it_does_not_know_and_one_for_the_end()
    {
        var alphabet = new TextAlphabet(["b😀", "ab", "xxz"], longest: 2);

        Assert.Equal(6, alphabet.Count);
        Assert.Equal([3, 2, 5, TextAlphabet.Other, TextAlphabet.End], alphabet.Encode("ba😀z", 10));
        Assert.Equal([3, 2], alphabet.Encode("ba", 2));
        Assert.Equal([4, TextAlphabet.End], alphabet.Encode("x", 2));
    }

    private static NGramModel Learned(int order)
    {
        var model = new NGramModel(order, Symbols);
        foreach (var text in new int[][] { [2, 3, 2, 2, 3, 0], [3, 3, 2, 0], [0], [2, 2, 2, 2, 2, 2, 2, 0], [1, 3, 2, 3, 2, 3, 0] }) model.Add(text);
        return model;
    }

    private static double Sum(NGramModel model, int[] context, int length)
    {
        if (length == 0) return 1;
        var sum = 0.0;
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            var next = (int[])context.Clone();
            model.Advance(next, symbol);
            sum += model.Probability(context, symbol) * Sum(model, next, length - 1);
        }

        return sum;
    }
}
