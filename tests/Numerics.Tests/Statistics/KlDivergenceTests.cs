using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class KlDivergenceTests
{
    [Fact]
    public void Divergence_of_two_coins_has_its_closed_form()
    {
        var expected = 0.25 * Math.Log(0.25 / 0.5) + 0.75 * Math.Log(0.75 / 0.5);
        Assert.Equal(expected, KlDivergence.Of([0.25, 0.75], [0.5, 0.5]), 1e-15);
        Assert.Equal(expected, KlDivergence.Floored([0.25, 0.75], [0.5, 0.5]), 1e-9);
    }

    [Fact]
    public void An_impossible_outcome_costs_infinitely_much_or_what_the_floor_says()
    {
        Assert.Equal(double.PositiveInfinity, KlDivergence.Of([1, 0], [0, 1]));
        Assert.Equal(Math.Log(1e10), KlDivergence.Floored([1, 0], [0, 1]), 1e-9);
        Assert.Equal(0, KlDivergence.Of([0, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => KlDivergence.Of([1], [0.5, 0.5]));
    }
}
