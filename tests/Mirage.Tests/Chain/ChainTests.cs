using Research.Jobs;
using Research.Mirage.Chain;
using Research.Mirage.Tests.Arithmetic;
using Research.Tables;

namespace Research.Mirage.Tests.Chain;

public sealed class ChainTests
{
    [Fact]
    public void Correlations_are_those_of_a_worked_example()
    {
        double[] x = [1, 2, 3, 4, 5], y = [2, 1, 4, 3, 7];

        // Deviations of y from 3.4: -1.4, -2.4, 0.6, -0.4, 3.6; products with -2..2 sum to 12; squares to 21.2.
        Assert.Equal(12 / Math.Sqrt(10 * 21.2), Correlation.Pearson(x, y), 14);
        // Ranks 2 1 4 3 5: sum of squared differences 4, 1 - 6 * 4 / 120.
        Assert.Equal(0.8, Correlation.Spearman(x, y), 14);
        // Two of ten pairs are turned.
        Assert.Equal(0.6, Correlation.Kendall(x, y), 14);
    }

    [Fact]
    public void Ties_share_their_rank_and_leave_the_pairs_of_tau_b()
    {
        double[] x = [1, 2, 3, 4], y = [0, 0, 1, 1];

        // Ranks 1.5 1.5 3.5 3.5: covariance 4, variances 5 and 4.
        Assert.Equal(4 / Math.Sqrt(20), Correlation.Spearman(x, y), 14);
        // Four of six pairs are untied in y, all of these agree: 4 / sqrt(6 * 4).
        Assert.Equal(4 / Math.Sqrt(24), Correlation.Kendall(x, y), 14);
        Assert.Equal((0, 0, 0), (Correlation.Pearson(x, [3, 3, 3, 3]), Correlation.Spearman([3, 3, 3, 3], x), Correlation.Kendall(x, [3, 3, 3, 3])));
        // A mean of equal numbers can differ from them by rounding; the series is constant all the same.
        Assert.Equal(0, Correlation.Pearson([1, 2, 3], [0.1, 0.1, 0.1]));
    }

    [Fact]
    public void Each_item_is_correlated_with_compute_over_sizes_and_moments()
    {
        using var folder = new TemporaryFolder();
        // ln p is a straight line in ln(compute), accuracy a step.
        var rows = from size in new[] { 100, 1000 }
                   from step in new[] { 0, 1, 10 }
                   let compute = Math.Log(size * step)
                   from row in ScoreRows.Model(size, 1, 2, 0)
                   select row with
                   {
                       Step = step, Tokens = step, LogLikelihood = compute - 20, Probability = Math.Exp(compute - 20), ChoiceProbability = 0.25, Brier = -compute,
                       Grade = compute > 8 ? 1 : 0,
                   };

        var chain = folder.Rows<ChainRow>(output => ChainMeasurement.Measure(new("x"), [folder.Table(rows)], output, new JobContext()));
        var numbers = folder.Rows<Number>(output => ChainSummary.Summarize(new("x"), [folder.Table(chain)], output, new JobContext()))
            .ToDictionary(number => number.Id, number => number.Value);

        Assert.Equal(60, chain.Count);
        Assert.All(chain.Where(row => row.Link is ChainLink.LogProbability or ChainLink.Brier), row => Assert.Equal(1, row.Pearson, 12));
        Assert.All(chain.Where(row => row.Link == ChainLink.Probability), row => Assert.True(row.Pearson < 0.9 && Math.Abs(row.Spearman - 1) < 1e-12));
        Assert.All(chain.Where(row => row.Link == ChainLink.ChoiceProbability), row => Assert.Equal(0, row.Kendall));
        // Compute 100, 1000, 1000, 10000 against 0 0 0 1: three untied pairs agree, of five in compute and three in the grade.
        Assert.Equal(3 / Math.Sqrt(15), chain.First(row => row.Link == ChainLink.Accuracy).Kendall, 12);
        Assert.Equal(1, numbers["x.pearson.log-probability"], 12);
        Assert.Equal(1, numbers["x.lost.spearman.choices"], 12);
        Assert.Equal(0, numbers["x.lost.spearman.probability"], 12);
        Assert.Equal(1 - (3 / Math.Sqrt(15)), numbers["x.lost.kendall.accuracy"], 12);
    }
}
