using Research.Evaluation.InContext;
using Research.Languages.DoublyEmbedded;
using Research.Tables;

namespace Research.Evaluation.Tests.Summaries;

public sealed class InContextSummaryTests : SummaryTest
{
    private const double T1 = 12.7062;

    [Fact]
    public void An_exponential_fall_has_its_exponent_as_slope()
    {
        var numbers = Numbers<InContextRow>(
            InContextSummary.Summarize, Trials(20, model: m => 3 * Math.Exp(-.5 * m), oracle: m => 2 * Math.Exp(-m)));

        AssertNumber(-.5, "per example", 20, numbers["x.model.slope.ambiguous-e0.04"], (-.5, -.5));
        AssertNumber(-1, "per example", 20, numbers["x.oracle.slope.ambiguous-e0.04"], (-1, -1));
        AssertNumber(-1, "per example", 20, numbers["x.oracle.later-slope.ambiguous-e0.04"], (-1, -1));
        AssertMean(3 * Math.Exp(-.5), numbers["x.model.kl-first.ambiguous-e0.04"]);
        AssertMean(3 * Math.Exp(-2), numbers["x.model.kl-last.ambiguous-e0.04"]);
        AssertMean(2 * Math.Exp(-1), numbers["x.oracle.kl-first.ambiguous-e0.04"]);
        AssertMean(2 * Math.Exp(-4), numbers["x.oracle.kl-last.ambiguous-e0.04"]);
        AssertMean(.25, numbers["x.shared.kl-first.ambiguous-e0.04"]);
        AssertMean(.25, numbers["x.shared.kl-last.ambiguous-e0.04"]);
        Assert.Equal(9, numbers.Count);

        static void AssertMean(double value, Number actual) => AssertNumber(value, "nats", 20, actual, Point(value));
    }

    [Fact]
    public void A_slope_is_that_of_the_means_logarithm_not_the_mean_of_slopes()
    {
        // Half of the trials fall by 1 an example from 1, half stay at 1: the mean is (1 + e^-(m-1)) / 2.
        var numbers = Numbers<InContextRow>(
            InContextSummary.Summarize,
            Trials(20, m => Math.Exp(1 - m), _ => 0)
                .Concat(Trials(20, _ => 1, _ => 0).Select(row => row with { Trial = row.Trial + 20 })));

        double[] logs = [.. Enumerable.Range(0, 4).Select(n => Math.Log((1 + Math.Exp(-n)) / 2))];
        var slope = ((-1.5 * logs[0]) - (.5 * logs[1]) + (.5 * logs[2]) + (1.5 * logs[3])) / 5;
        AssertNumber(slope, "per example", 40, numbers["x.model.slope.ambiguous-e0.04"], Point(slope));
    }

    [Fact]
    public void Several_seeds_have_an_interval_over_their_slopes()
    {
        var numbers = Numbers<InContextRow>(
            InContextSummary.Summarize,
            Trials(10, m => Math.Exp(-m), _ => .1),
            Trials(10, m => Math.Exp(-2 * m), _ => .1).Select(row => row with { Seed = 2 }));

        var slope = numbers["x.model.slope.ambiguous-e0.04"];
        AssertNumber(-1.5, "per example", 2, slope, (-1.5 - (T1 * .5), -1.5 + (T1 * .5)));
        AssertNumber(0, "per example", 20, numbers["x.oracle.slope.ambiguous-e0.04"], (0, 0));
    }

    [Fact]
    public void The_later_slope_leaves_the_first_example_out()
    {
        var numbers = Numbers<InContextRow>(
            InContextSummary.Summarize, Trials(20, _ => 1, oracle: m => m == 1 ? 100 : Math.Exp(-.2 * m)));

        AssertNumber(-.2, "per example", 20, numbers["x.oracle.later-slope.ambiguous-e0.04"], (-.2, -.2));
    }

    [Theory]
    [InlineData(1e-17, 1e-17), InlineData(1, 0), InlineData(1, -1e-16)]
    public void Without_ambiguity_to_reduce_the_exact_predictor_has_no_slope(double most, double rest)
    {
        // One trial in twenty may be ambiguous, which leaves parts of the data without any.
        var rows = Trials(20, _ => 1, _ => 0).Select(row => row with { OracleKl = row.Trial == 3 ? most : rest });

        var numbers = Numbers<InContextRow>(InContextSummary.Summarize, rows);

        Assert.False(numbers.ContainsKey("x.oracle.slope.ambiguous-e0.04"));
        Assert.True(numbers.ContainsKey("x.model.slope.ambiguous-e0.04"));
        Assert.Equal(7, numbers.Count);
    }

    private static (double Low, double High) Point(double value) => (value, value);

    private static IEnumerable<InContextRow> Trials(int trials, Func<int, double> model, Func<int, double> oracle) =>
        from examples in Enumerable.Range(1, 4)
        from trial in Enumerable.Range(0, trials)
        select new InContextRow(
            "ambiguous e=0.04", Reading.Ambiguous, .04, "model", Seed: 1, trial, examples, model(examples),
            oracle(examples), SharedKl: .25, Bound: 1, Epsilon: .1, Product: .1, OddsBound: .1);
}
