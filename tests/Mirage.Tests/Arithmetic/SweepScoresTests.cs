using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Mirage.Emergence;
using Research.Mirage.Metrics;
using Research.Mirage.Scores;
using Research.Tables;

namespace Research.Mirage.Tests.Arithmetic;

public sealed class SweepScoresTests
{
    private static readonly int[] Right = [0, 1, 2, 4, 9];

    [Fact]
    public void Every_task_length_seed_and_metric_of_a_family_is_a_curve_of_the_analysis()
    {
        using var folder = new TemporaryFolder();
        var (analysis, numbers) = Analyzed(folder, Family());

        // Two lengths, two seeds, six metrics.
        Assert.Equal(24, analysis.Emergence().Count);
        Assert.Equal((24.0, 0.0, 120.0), (numbers["scale.curves"].Value, numbers["lost"].Value, numbers["imported"].Value));
        // Grade is always 0, so that its curves are flat; its Brier score falls in a straight line.
        Assert.Equal((4.0, 4.0), (numbers["brier.infinite"].N, numbers["brier.lower"].N));
        Assert.Equal(0, numbers["brier.infinite"].Value);
    }

    [Fact]
    public void The_curves_to_draw_are_oriented_and_carry_what_chance_gives()
    {
        using var folder = new TemporaryFolder();
        var (analysis, _) = Analyzed(folder, Family());

        var rows = folder.Rows<SweepCurveRow>(output => SweepScores.Curves(new("mirage.score"), [analysis], output, new JobContext()));

        Assert.Equal(24, rows.Count);
        var brier = Assert.Single(rows, row => row is { Metric: "brier", Length: 3, Seed: 2 });
        Assert.Equal(("addition", 5, MetricShape.Smooth, SeriesFlag.None), (brier.Task, brier.Sizes, brier.Shape, brier.Flag));
        // Lower is better, and falls in a straight line through five sizes.
        Assert.Equal(4, brier.Score!.Value, 9);
        Assert.Equal(analysis.Nulls().Single().Walk95, brier.Walk95);
        Assert.All(rows.Where(row => row.Metric == "multiple_choice_grade"), row => Assert.Equal((SeriesFlag.Flat, null), (row.Flag, row.Score)));
        Assert.Empty(folder.Rows<SweepCurveRow>(output => SweepScores.Curves(new("mirage.score"), [], output, new JobContext())));
    }

    [Fact]
    public void A_model_that_lacks_a_length_or_a_seed_is_an_error_that_names_it()
    {
        var error = Refused(Family().Where(row => !(row is { Parameters: 400, Length: 3, Seed: 2 })));

        Assert.Contains("1 of 20 points of the family's curves are missing, the first: w400, seed 2, on addition, length 3", error.What, StringComparison.Ordinal);
        Assert.Equal("mirage.score", error.Where);
    }

    [Fact]
    public void Two_models_of_one_size_and_too_few_sizes_are_errors()
    {
        Assert.Contains("w200 and w400 all have 200 parameters", Refused(Family().Select(row => row.Parameters == 400 ? row with { Parameters = 200 } : row)).What, StringComparison.Ordinal);
        Assert.Contains("3 sizes, fewer than the 4", Refused(Family().Where(row => row.Parameters <= 400)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mean_that_is_no_number_is_an_error_that_names_metric_and_model() => Assert.Contains(
        "log_likelihood of w800, seed 1, on addition, length 2 is -",
        Refused(Family().Select(row => row is { Parameters: 800, Seed: 1, Length: 2, Item: 4 } ? row with { LogLikelihood = double.NegativeInfinity } : row)).What,
        StringComparison.Ordinal);

    // Five sizes, two seeds, additions of lengths 2 and 3; all but exact match and grade in straight lines.
    private static IEnumerable<ArithmeticScore> Family() =>
        from length in new[] { 2, 3 }
        from size in Enumerable.Range(0, 5)
        from seed in new[] { 1, 2 }
        from row in ScoreRows.Model(100 << size, seed, length, Right[size], row => row with
        {
            EditDistance = 5 - size, Brier = 0.75 - (0.125 * size), TargetBrier = 0.5 - (0.125 * size), LogLikelihood = -10 + size,
        })
        select row;

    private static InputException Refused(IEnumerable<ArithmeticScore> rows)
    {
        using var folder = new TemporaryFolder();
        return Assert.Throws<InputException>(() => SweepScores.Gather(new("mirage.score"), [folder.Table(rows)], folder.New<ScoreTable>(), new JobContext()));
    }

    private static (ScoreReanalysis Analysis, Dictionary<string, Number> Numbers) Analyzed(TemporaryFolder folder, IEnumerable<ArithmeticScore> rows)
    {
        var (table, analysis) = (folder.New<ScoreTable>(), folder.New<ScoreReanalysis>());
        SweepScores.Gather(new("mirage.score"), [folder.Table(rows)], table, new JobContext());
        ScoreAnalysis.Analyze(new(new("", "", []), 20_000), table, analysis, new JobContext { Threads = 2 });
        var numbers = folder.Rows<Number>(output => ScoreSummary.Summarize(new("mirage.score"), analysis, output, new JobContext()));
        return (analysis, numbers.ToDictionary(number => number.Id["mirage.score.".Length..]));
    }
}
