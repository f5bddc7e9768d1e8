using Research.Numerics.Statistics;

namespace Research.Summaries.Tests;

public sealed class SpreadTests
{
    /// <summary>
    /// Two-sided 95 % quantiles of Student's distribution with 1, 2, 3 and 9 degrees of freedom (tables).
    /// </summary>
    private const double T1 = 12.7062, T2 = 4.30265, T3 = 3.18245, T9 = 2.26216;

    [Fact]
    public void Several_seeds_give_Students_interval_over_seeds_and_the_rows_inside_one_do_not_matter()
    {
        (int Seed, double Value)[] rows = [(1, 0), (1, 2), (2, 3), (3, 5), (3, 5), (3, 5)];

        var mean = Spread.OfMean(rows, row => row.Seed, row => row.Value);

        // Means 1, 3, 5: their standard error is 2 / sqrt 3.
        AssertEstimate(3, T2 * 2 / Math.Sqrt(3), 3, mean);
    }

    [Fact]
    public void One_seed_gives_Students_interval_over_its_rows()
    {
        (int Seed, double Value)[] rows = [(7, 1), (7, 2), (7, 3), (7, 6)];

        // Squared deviations 4, 1, 0, 9; variance 14 / 3.
        AssertEstimate(3, T3 * Math.Sqrt(14.0 / 12), 4, Spread.OfMean(rows, row => row.Seed, row => row.Value));
    }

    [Fact]
    public void A_share_of_one_seed_has_the_exact_binomial_interval()
    {
        var share = Spread.OfShare([(4, 4)]);

        // Clopper and Pearson: all of n trials succeeded, low = 0.025^(1/n).
        Assert.Equal((1.0, 1.0, 4), (share.Value, share.High, share.N));
        Assert.Equal(Math.Pow(.025, .25), share.Low, 1e-9);
    }

    [Fact]
    public void A_share_of_several_seeds_has_an_interval_within_0_and_1()
    {
        var share = Spread.OfShare([(1, 2), (8, 8)]);

        Assert.Equal(new Estimate(.75, 0, 1, 2), share);
        // Shares .50 and .51: far enough from 0 and 1.
        AssertEstimate(.505, T1 * .005, 2, Spread.OfShare([(50, 100), (51, 100)]));
    }

    [Fact]
    public void Blocks_are_tenths_that_span_the_data()
    {
        var data = Enumerable.Range(0, 20).ToList();

        Assert.Equal([0, 10], Spread.BlocksOf(data).First());
        Assert.Equal(data, Spread.BlocksOf(data).SelectMany(block => block).Order());
        Assert.Equal(10, Spread.BlocksOf(data).Count());
    }

    [Fact]
    public void A_statistic_over_blocks_keeps_its_value_on_all_data_and_the_spread_of_the_blocks()
    {
        var data = Enumerable.Range(0, 20).Select(n => (double)n).ToList();

        // Block b holds b and b + 10. A mean of squares differs from the square of a mean: so value and center differ.
        var square = Spread.OverBlocks(data, part => Math.Pow(part.Average(), 2));

        var blocks = Enumerable.Range(0, 10).Select(b => (b + 5.0) * (b + 5)).ToArray();
        var error = Math.Sqrt(blocks.Sum(value => Math.Pow(value - blocks.Average(), 2)) / 9 / 10);
        AssertEstimate(9.5 * 9.5, T9 * error, 20, square);
        Assert.NotEqual(blocks.Average(), square.Value);
    }

    [Theory]
    [InlineData("released e=0.02", "released-e0.02")]
    [InlineData("uniform start e=0.02", "uniform-start-e0.02")]
    [InlineData("ambiguous e=0.2 · 3x1 letters · 4 transitions", "ambiguous-e0.2-3x1-letters-4-transitions")]
    [InlineData("released e=1E-05", "released-e1e-05")]
    public void The_end_of_a_numbers_id_is_the_languages_label(string label, string slug) =>
        Assert.Equal(slug, Naming.Slug(label));

    [Fact]
    public void An_estimate_without_spread_becomes_a_number_without_interval()
    {
        var number = new Estimate(2, double.NaN, double.NaN, 1).ToNumber("a.b", "nats");

        Assert.Equal(new("a.b", 2, "nats", null, null, 1), number);
    }

    private static void AssertEstimate(double value, double margin, int n, Estimate actual)
    {
        Assert.Equal(value, actual.Value, 1e-12);
        Assert.Equal(margin, value - actual.Low, 2e-5 * margin);
        Assert.Equal(margin, actual.High - value, 2e-5 * margin);
        Assert.Equal(n, actual.N);
    }
}
