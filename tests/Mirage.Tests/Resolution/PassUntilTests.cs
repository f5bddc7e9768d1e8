using Research.Jobs;
using Research.Mirage.Resolution;
using Research.Mirage.Tests.Arithmetic;
using Research.Mirage.Toy;
using Research.Numerics;
using Research.Tables;

namespace Research.Mirage.Tests.Resolution;

public sealed class PassUntilTests
{
    [Fact]
    public void Tries_have_the_mean_and_the_spread_of_the_negative_binomial_and_the_estimate_r_minus_1_over_K_minus_1_no_bias()
    {
        const double P = 0.2;
        var (draws, spec) = (new PhiloxStream(new Philox(1, "test")), new PassUntilSpec());
        List<PassUntil> samples = [];
        for (var i = 0; i < 20_000; i++) samples.Add(PassUntil.Sample(spec, P, ref draws));

        // Mean r/p = 10, variance r (1 - p) / p^2 = 40: the mean of 20,000 has a standard error of 0.045.
        Assert.InRange(samples.Average(sample => sample.Tries), 9.85, 10.15);
        Assert.InRange(samples.Average(sample => sample.Tries * sample.Tries) - 100, 36, 44);
        Assert.InRange(samples.Average(sample => sample.Unbiased), 0.195, 0.205);
        // E[2/K] = sum over k of (k - 1) p^2 (1 - p)^(k - 2) 2 / k.
        var biased = Enumerable.Range(2, 400).Sum(k => (k - 1) * P * P * Math.Pow(1 - P, k - 2) * 2 / k);
        Assert.InRange(samples.Average(sample => sample.Estimate), biased - 0.006, biased + 0.006);
        Assert.InRange(samples.Count(sample => sample.Interval().Covers(P)) / 20_000.0, 0.95, 1);
    }

    [Fact]
    public void Certain_answers_take_as_many_tries_as_passes_and_impossible_ones_are_given_up()
    {
        var draws = new PhiloxStream(new Philox(1, "test"));

        Assert.Equal(new PassUntil(2, 2, false), PassUntil.Sample(new(), 1, ref draws));
        // The last try allowed may be the one that passes.
        Assert.Equal(new PassUntil(2, 2, false), PassUntil.Sample(new(MostTries: 2), 1, ref draws));
        var never = PassUntil.Sample(new(MostTries: 50), 0, ref draws);
        Assert.Equal(new PassUntil(0, 50, true), never);
        Assert.Equal(0, never.Unbiased);
        // Zero of fifty: 1 - 0.025^(1/50).
        Assert.Equal(1 - Math.Pow(0.025, 0.02), never.Interval().High, 10);
    }

    [Fact]
    public void The_toy_model_is_a_straight_line_with_slope_alpha_whatever_the_length()
    {
        double[] sizes = [1e7, 3e7, 1e8, 1e9, 1e10];
        foreach (var length in new[] { 1, 4 })
        {
            var curve = ScalingCurve.Fit(sizes, [.. sizes.Select(size => ToyModel.Accuracy(ToyModel.Loss(size, 1e8, -0.5), length))]);
            Assert.Equal(-0.5, curve.Slope, 9);
            Assert.Equal(0, curve.Curvature, 9);
        }

        // F = 1 - 0.3 (ln N)^2 + 2 ln N has the curvature -0.3: ability comes faster than a straight line.
        double[] logs = [0.1, 0.5, 1, 1.4, 2];
        var concave = ScalingCurve.Fit([.. logs.Select(Math.Exp)], [.. logs.Select(x => Math.Exp(-Math.Exp(-1 - (0.3 * x * x) + (0.2 * x))))]);
        Assert.Equal(-0.3, concave.Curvature, 9);
    }

    [Theory, InlineData(0.5, 0.95, 5), InlineData(0.01, 0.95, 299), InlineData(0.5, 0.5, 1), InlineData(0.001, 0.5, 693)]
    public void The_answers_needed_for_a_right_one_are_those_of_the_geometric_distribution(double p, double confidence, double needed) =>
        Assert.Equal(needed, ResolutionSummary.Needed(p, confidence));

    [Fact]
    public void A_row_counts_hits_and_the_first_right_answer_over_all_items()
    {
        using var folder = new TemporaryFolder();
        var rows = ScoreRows.Model(100, 1, 2, 3, row => row with { Probability = 1, Drawn = 8, FirstRight = row.Item == 2 ? 5 : 0 });

        var row = folder.Rows<PassUntilRow>(output => ResolutionMeasurement.Measure(
            new(Items: 4), [folder.Table([.. rows, .. ScoreRows.Model(100, 1, 2, 10, other => other with { IsFinal = false, Step = 1 })])], output, new JobContext())).Single();

        Assert.Equal((10, 3, 80, 21, 4, 0, 2.0, 4), (row.Items, row.Hits, row.Drawn, row.FirstRight, row.Tried, row.GivenUp, row.Tries, row.Covered));
        Assert.Equal(0.01, row.Chance, 12);
        Assert.Equal((1.0, 1.0, 1.0), (row.PassUntil, row.Estimate, row.Exact));
        // Clopper and Pearson for 3 of 10.
        Assert.Equal(0.0667, row.Low, 4);
        Assert.Equal(0.6525, row.High, 4);
    }

    [Fact]
    public void Cases_without_a_hit_are_those_that_sampling_is_asked_to_reveal()
    {
        using var folder = new TemporaryFolder();
        var seen = new PassUntilRow("w", 1, 1, 0, 1, 100, 5, 0, 1, 0.1, 0.1, 800, 700, 25, 0, 2, 0.3, 0.2, 0.4, 0.4, 0.2, 24);
        PassUntilRow[] rows =
        [
            seen, // 29 answers suffice; it took 700.
            seen with { Parameters = 2, Hits = 0, PassUntilLow = 0.11, FirstRight = 29 },
            seen with { Parameters = 3, Hits = 0, PassUntilLow = 0.09, FirstRight = 7, Chance = 0.05 },
            seen with { Parameters = 4, Hits = 0, PassUntilLow = 0.09, Probability = 0.001 },
        ];

        var numbers = folder.Rows<Number>(output => ResolutionSummary.Summarize(new("x"), [folder.Table(rows)], output, new JobContext()))
            .ToDictionary(number => number.Id, number => number.Value);

        Assert.Equal(0.75, numbers["x.unseen"]);
        Assert.Equal(2.0 / 3, numbers["x.revealed"], 12);
        Assert.Equal(1.0 / 3, numbers["x.above-chance"], 12);
        // Of the last, 2,995 answers would be needed and 800 were drawn: no test of the prediction.
        Assert.Equal(2.0 / 3, numbers["x.within-95"], 12);
        Assert.Equal(1.0 / 3, numbers["x.within-50"], 12);
        Assert.Equal(0.96, numbers["x.covered"], 12);
        Assert.Equal(2, numbers["x.bias"], 12);
        Assert.Equal(1.5, numbers["x.unbiased"], 12);
    }
}
