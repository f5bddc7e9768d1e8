using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

public class ClozeErrorTests
{
    [Fact]
    public void A_certain_answer_is_missed_with_the_probability_that_its_loss_says()
        => Assert.Equal(1 - 0.7, ClozeError.Deterministic(-Math.Log(0.7)), 1e-14);

    [Theory, InlineData(.001), InlineData(.01), InlineData(.1), InlineData(.5), InlineData(2.0)]
    public void No_pair_of_coins_is_further_apart_than_the_bounds(double excess)
    {
        var largest = ClozeError.Largest(excess);

        Assert.InRange(largest, ClozeError.Deterministic(excess), ClozeError.Pinsker(excess));
        Assert.Equal(Math.Min(1, Math.Sqrt(2 * excess)), ClozeError.Printed(excess), 1e-14);
    }

    [Fact]
    public void Near_a_fair_coin_Pinskers_bound_is_met_and_the_printed_one_is_twice_it()
    {
        Assert.Equal(1, ClozeError.Largest(1e-4) / ClozeError.Pinsker(1e-4), 1e-3);
        Assert.Equal(2, ClozeError.Printed(1e-4) / ClozeError.Pinsker(1e-4), 1e-12);
    }

    [Theory, InlineData(-0.1), InlineData(double.NaN)]
    public void A_negative_excess_is_refused(double excess)
    {
        Assert.Throws<InputException>(() => ClozeError.Printed(excess));
        Assert.Throws<InputException>(() => ClozeError.Deterministic(excess));
        Assert.Throws<InputException>(() => ClozeError.Largest(excess));
    }
}
