using Research.Evaluation.Density;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.Summaries;

public sealed class DensitySummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void One_seed_is_summarized_with_intervals_over_windows()
    {
        var numbers = Numbers<DensityRow>(
            DensitySummary.Summarize,
            [Row(1, 0, 4.0), Row(1, 1, 4.2), Row(2, 0, 3.0), Row(2, 1, 3.0), Row(3, 0, 1.4), Row(3, 1, 1.6)]);

        Assert.Equal(
            [
                "closed", "deviation", "excess", "frequencies", "loss", "optimal-released-deviation", "optimum",
                "released-deviation", "trend", "trend-p",
            ],
            numbers.Keys.Select(id => id["x.".Length..^".released-e0.02".Length]).Order(StringComparer.Ordinal));
        // The last step: losses 1.4 and 1.6, optimum 1, frequencies 3.
        AssertNumber(1.5, "nats/token", 2, numbers["x.loss.released-e0.02"], (1.5 - (T1 * .1), 1.5 + (T1 * .1)));
        AssertNumber(.5, "nats/token", 2, numbers["x.excess.released-e0.02"], (.5 - (T1 * .1), .5 + (T1 * .1)));
        AssertNumber(.75, "share", 2, numbers["x.closed.released-e0.02"], (.75 - (T1 * .05), .75 + (T1 * .05)));
        AssertNumber(1, "nats/token", 2, numbers["x.optimum.released-e0.02"], (1, 1));
        AssertNumber(3, "nats/token", 2, numbers["x.frequencies.released-e0.02"], (3, 3));
        AssertNumber(.1, "nats/token", 2, numbers["x.deviation.released-e0.02"], (.1, .1));
        AssertNumber(.2, "nats/token", 2, numbers["x.released-deviation.released-e0.02"], (.2, .2));
        AssertNumber(.3, "nats/token", 2, numbers["x.optimal-released-deviation.released-e0.02"], (.3, .3));
        // Three evaluations, each below the last: one of six orders.
        AssertNumber(-1, "tau", 3, numbers["x.trend.released-e0.02"]);
        AssertNumber(1 / 6.0, "p-value", 3, numbers["x.trend-p.released-e0.02"]);
    }

    [Fact]
    public void Several_seeds_are_summarized_with_intervals_over_seeds_and_the_trend_of_their_mean()
    {
        // Excess: seed 1 falls 2, 0.5; seed 2 rises 0.6, 1; their mean falls.
        var numbers = Numbers<DensityRow>(
            DensitySummary.Summarize,
            [Row(1, 0, 3), Row(1, 1, 3), Row(2, 0, 1.5), Row(2, 1, 1.5)],
            [Row(1, 0, 1.6, seed: 2), Row(1, 1, 1.6, seed: 2), Row(2, 0, 1.9, seed: 2), Row(2, 1, 2.1, seed: 2)]);

        AssertNumber(1.75, "nats/token", 2, numbers["x.loss.released-e0.02"], (1.75 - (T1 * .25), 1.75 + (T1 * .25)));
        // Closed: 0.75 and 0.5.
        AssertNumber(.625, "share", 2, numbers["x.closed.released-e0.02"], (.625 - (T1 * .125), .625 + (T1 * .125)));
        AssertNumber(-1, "tau", 2, numbers["x.trend.released-e0.02"]);
        AssertNumber(.5, "p-value", 2, numbers["x.trend-p.released-e0.02"]);
    }

    [Fact]
    public void Each_language_has_numbers_of_its_own()
    {
        var numbers = Numbers<DensityRow>(
            DensitySummary.Summarize,
            [Row(1, 0, 3), Row(1, 1, 3), Row(2, 0, 2), Row(2, 1, 2)],
            new[] { Row(1, 0, 2), Row(1, 1, 2), Row(2, 0, 1), Row(2, 1, 1) }
                .Select(row => row with { Language = "ambiguous e=0.04" }));

        Assert.Equal(20, numbers.Count);
        AssertNumber(2, "nats/token", 2, numbers["x.loss.released-e0.02"], (2, 2));
        AssertNumber(1, "nats/token", 2, numbers["x.loss.ambiguous-e0.04"], (1, 1));
    }

    [Fact]
    public void A_training_without_snapshots_has_no_trend_to_test()
    {
        var error = Assert.Throws<InputException>(
            () => Numbers<DensityRow>(DensitySummary.Summarize, [Row(5, 0, 3), Row(5, 1, 3)]));

        Assert.Equal("the models were measured after their last step only", error.What);
        Assert.Contains("SnapshotSteps", error.Remedy);
    }

    private static DensityRow Row(int step, int window, double loss, int seed = 1) => new(
        "released e=0.02", Reading.Released, .02, "model", seed, step, Tokens: 10 * step, window, loss, Optimum: 1,
        Frequencies: 3, Deviation: .1, ReleasedDeviation: .2, OptimalReleasedDeviation: .3);
}
