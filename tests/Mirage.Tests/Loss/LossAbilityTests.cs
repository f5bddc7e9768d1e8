using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Mirage.Loss;
using Research.Mirage.Tests.Arithmetic;
using Research.Tables;

namespace Research.Mirage.Tests.Loss;

public sealed class LossAbilityTests
{
    private static readonly ComparedAbility Metric = new("test", cell => cell.Items[0].Probability);

    [Fact]
    public void Points_on_a_hinge_give_its_corner_and_on_left_out_sizes_it_errs_less()
    {
        // Losses 1 to 2: the corner 1.5 and full ability at 1.25 lie on the grid of 40 steps.
        var ability = new LossAbility(Metric, Cells(loss => Math.Clamp((1.5 - loss) / 0.25, 0, 1)));

        var (hinge, smooth) = ability.CrossValidate();

        Assert.Equal(new AbilityCurve(CurveKind.Hinge, 1.5, 1.25), ability.Curves[0]);
        Assert.Equal(0, hinge, 15);
        Assert.True(smooth > 1e-5);
        var eta = ability.Eta(1);
        Assert.Equal((1.5, 12), (eta.Value, eta.N));
        Assert.True(eta.Covers(1.5));
    }

    [Fact]
    public void Points_on_a_logistic_curve_are_told_from_a_hinge()
    {
        var ability = new LossAbility(Metric, Cells(loss => 1 / (1 + Math.Exp((loss - 1.5) / (0.5 * Math.Pow(0.75, 7))))));

        var (hinge, smooth) = ability.CrossValidate();

        Assert.Equal(0, smooth, 15);
        Assert.True(hinge > 1e-5);
        Assert.Equal(1.5, ability.Curves[1].First);
    }

    [Fact]
    public void What_is_left_out_is_judged_by_a_curve_that_has_not_seen_it()
    {
        // The size of 400 alone falls short: a curve through the others errs by 0.5 on each of its points.
        var cells = Cells(loss => loss < 1.5 ? 1 : 0).Select(cell => cell.Parameters != 400 ? cell : cell with
        {
            Items = [.. cell.Items.Select(row => row with { Probability = 0.5 })],
        }).ToList();
        var ability = new LossAbility(Metric, cells);

        var (hinge, _) = ability.CrossValidate();

        Assert.True(hinge >= 0.25 / 4, $"{hinge}");
    }

    [Fact]
    public void Abilities_that_hardly_change_are_not_fitted_and_curves_are_drawn_over_the_range_of_losses()
    {
        using var folder = new TemporaryFolder();
        var rows = Cells(loss => 0).SelectMany(cell => cell.Items).Select(row => row with { Exact = row.Loss < 1.4 ? 1 : 0, Brier = 0.75 });

        var curves = folder.Rows<LossCurveRow>(output => LossMeasurement.Measure(new("x"), [folder.Table(rows)], output, new JobContext()));
        var numbers = folder.Rows<Number>(output => LossSummary.Summarize(new("x"), [folder.Table(rows)], output, new JobContext()));

        Assert.Equal("exact-match", Assert.Single(curves.Select(row => row.Metric).Distinct()));
        Assert.Equal((1.0, 2.0), (curves.Min(row => row.Loss), curves.Max(row => row.Loss)));
        Assert.Equal(["x.error.hinge.exact-match.addition.1", "x.error.smooth.exact-match.addition.1", "x.eta.exact-match.addition.1", "x.fits"], numbers.Select(number => number.Id));
        Assert.Equal((252, 12), (numbers[0].N, numbers[2].N));
    }

    private static IReadOnlyList<ArithmeticCell> Cells(Func<double, double> ability) => ArithmeticCell.All(
        from size in new[] { 100, 200, 400, 800 }
        from seed in Enumerable.Range(1, 3)
        from step in Enumerable.Range(0, 21)
        let loss = 1 + (step / 20.0)
        select ScoreRows.Empty with { Parameters = size, Seed = seed, Step = step, Loss = loss, Probability = ability(loss) });
}
