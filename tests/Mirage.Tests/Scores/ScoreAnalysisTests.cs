using System.Globalization;
using Research.Jobs;
using Research.Mirage.Emergence;
using Research.Mirage.Scores;
using Research.Mirage.Scores.Curves;
using Research.Summaries;
using Research.Tables;

namespace Research.Mirage.Tests.Scores;

public sealed class ScoreAnalysisTests
{
    private static readonly double[] Sharp = [0, .001, .003, .004, .9], Smooth = [.8, .6, .4, .2, 0];

    [Fact]
    public void Curves_over_scale_take_each_models_last_step_and_a_training_is_a_curve_of_its_own()
    {
        var lines = from size in Enumerable.Range(1, 4) from step in Enumerable.Range(0, 5) select FormattableString.Invariant($"f,m{size},{size},{step},t,acc,{(step * .1) + (size * size * .01)}");
        var analysis = Imported.Analyze(Imported.Text("a.csv", "family,model,scale,step,task,metric,value\n" + string.Join('\n', lines)));

        var scale = Assert.Single(analysis.Emergence(), row => row.Axis == SeriesAxis.Scale);
        Assert.Equal((.15 / .05, 4, .41, .56), (scale.Score, scale.N, scale.Lowest, scale.Highest), new Close());
        Assert.Equal(4, analysis.Emergence().Count(row => row.Axis == SeriesAxis.Step && Math.Abs(row.Score - 4) < 1e-9));
    }

    [Fact]
    public void Scores_p_values_and_corrections_of_a_small_table()
    {
        var analysis = Imported.Analyze(Table(("t", "acc", Sharp), ("t", "brier", Smooth), ("u", "acc", [.5, .5, .5, .5, .5]), ("v", "acc", [0, 0, 0, 0, 1])));
        var rows = analysis.Emergence();

        Assert.Equal(
            [("t", "acc", SeriesFlag.None), ("t", "brier", SeriesFlag.None), ("u", "acc", SeriesFlag.Flat), ("v", "acc", SeriesFlag.ZeroMedian)],
            rows.Select(row => (row.Task, row.Metric, row.Flag)));
        Assert.Equal(.9 / Math.Sqrt((.001 * .001 + .002 * .002) / 2), rows[0].Score, 9);
        Assert.Equal(4, rows[1].Score, 9);
        var walk = NullDistribution.Simulate(NullKind.RandomWalk, 5, 20_000);
        double[] p = [walk.PValue(rows[0].Score), walk.PValue(rows[1].Score)];
        Assert.Equal(p, rows.Take(2).Select(row => row.PWalk!.Value));
        Assert.Equal(MultipleTests.Holm(p), rows.Take(2).Select(row => row.Holm!.Value));
        Assert.True(rows[0].IsJump());
        Assert.False(rows[1].IsJump());
        Assert.All(rows.Skip(2), row => Assert.Equal((null, null, null, null), (row.PWalk, row.PIndependent, row.Holm, row.Q)));
        Assert.False(rows[3].IsJump());
    }

    [Fact]
    public void P_values_are_corrected_among_the_curves_of_an_axis_with_a_direction()
    {
        ScoreSeries Curve(SeriesAxis axis, string metric, double[] values) =>
            new(axis, "f", "", "t", "", "", Research.Mirage.Metrics.MetricCatalog.Find(metric)!, [1, 2, 3, 4, 5], values);
        double[] even = [0, .1, .3, .2, .4];
        var rows = SeriesScores.Of(
            [Curve(SeriesAxis.Scale, "acc", Sharp), Curve(SeriesAxis.Scale, "pct_stereotype", Sharp), .. Enumerable.Repeat(Curve(SeriesAxis.Step, "acc", even), 3)],
            new NullTable(20_000, 2), _ => true);

        Assert.Equal((rows[0].PWalk, rows[0].PWalk), (rows[0].Holm, rows[0].Q));
        Assert.True(rows[1].PWalk is not null && rows[1].Holm is null && rows[1].Q is null);
        Assert.Equal(Math.Min(1, 3 * rows[2].PWalk!.Value), rows[2].Holm);
    }

    [Fact]
    public void An_equal_score_is_not_a_lower_one()
    {
        var numbers = Summarized(Imported.Analyze(Table(("t", "acc", [0, .25, .5, .75, 1]), ("t", "brier", [1, .75, .5, .25, 0]))));
        Assert.Equal((0, 1), (numbers["mirage.imported.brier.lower"].Value, numbers["mirage.imported.brier.lower"].N));
        Assert.Equal(0, numbers["mirage.imported.scale.lower"].Value);
    }

    [Fact]
    public void A_curve_that_falls_as_suddenly_does_not_jump()
    {
        var row = Assert.Single(Imported.Analyze(Table(("t", "acc", [.9, .899, .897, .896, 0]))).Emergence());

        Assert.True(row is { Score: < -100, Q: <= EmergenceRow.Level });
        Assert.False(row.IsJump());
    }

    [Fact]
    public void The_comparison_of_accuracy_and_Brier_is_over_model_scale_only()
    {
        var lines = Enumerable.Range(0, 5).SelectMany(i => new[] { $"acc,0.{i}", $"brier,0.{9 - i}" }.Select(score => $"f,m,7,{i + 1},t,{score}\n"));
        var numbers = Summarized(Imported.Analyze(Imported.Text("a.csv", "family,model,scale,step,task,metric,value\n" + string.Concat(lines))));

        Assert.Equal(2, numbers["mirage.imported.step.curves"].Value);
        Assert.DoesNotContain(numbers.Keys, id => id.StartsWith("mirage.imported.brier.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_pair_needs_the_same_outputs()
    {
        var analysis = Imported.Analyze(Table(("t", "acc", Sharp), ("t", "brier", Smooth), ("u", "acc", Sharp), ("u", "brier", Smooth[..4])));
        var pair = Assert.Single(analysis.Pairs());

        Assert.Equal(("t", "acc", "brier", 5, true, false), (pair.Task, pair.Sharp, pair.Smooth, pair.N, pair.SharpJumps, pair.SmoothJumps));
        var summary = Assert.Single(analysis.Comparisons());
        Assert.Equal((1, 1, 1, 1, 0), (summary.Pairs, summary.Lower, summary.SharpJumps, summary.Removed, summary.SmoothOnly));
        Assert.Equal("no telling whether the smooth metric lowers the score; it takes every jump away", summary.Words);
    }

    [Fact]
    public void A_smooth_metric_that_does_not_lower_the_score_is_said_in_words()
    {
        // Ten tasks; the loss falls as suddenly as accuracy rises.
        var curves = Enumerable.Range(0, 10).SelectMany(i => new[] { ($"t{i}", "acc", new[] { 0, .1, .2, .3, .4 }), ($"t{i}", "brier", new[] { .9, .899, .897, .896, .1 }) });
        var summary = Assert.Single(Imported.Analyze(Table([.. curves])).Comparisons());
        Assert.Equal("the smooth metric does NOT lower the score: it is more often the higher one; the sharp metric shows no jump to take away, and shows 10 that the sharp one does not", summary.Words);
    }

    [Fact]
    public void A_column_that_never_agrees_between_two_metrics_belongs_to_the_metric()
    {
        var text = "family,scale,task,metric,mode,hard,value\n" + string.Concat(Enumerable.Range(0, 4).SelectMany(i => new[] { "0", "1" }.Select(hard => FormattableString.Invariant(
            $"f,{i + 1},t,acc,na,{hard},0.{i}\nf,{i + 1},t,tc_brier,raw,{hard},0.{9 - i}\nf,{i + 1},t,tc_brier,even,{hard},0.{9 - i}\n"))));
        var analysis = Imported.Analyze(Imported.Text("a.csv", text));

        Assert.Equal(
            ["mode=even · hard=0", "mode=even · hard=1", "mode=raw · hard=0", "mode=raw · hard=1"],
            analysis.Pairs().Select(pair => pair.Condition).Order(StringComparer.Ordinal));
        Assert.Equal(["tc_brier, mode=even", "tc_brier, mode=raw"], analysis.Comparisons().Select(row => row.Smooth));
    }

    [Fact]
    public void The_logarithm_of_a_perplexity_is_a_curve_too()
    {
        var analysis = Imported.Analyze(Table(("t", "ppl", [.. new[] { 9.0, 7, 5, 3, 1 }.Select(Math.Exp)])));
        Assert.Equal(4, Assert.Single(analysis.Emergence(), row => row.Metric == "log_ppl").Score, 9);
        Assert.True(Assert.Single(analysis.Emergence(), row => row.Metric == "ppl").Score > 10);
        var numbers = Summarized(analysis);
        Assert.Equal(4, numbers["mirage.imported.perplexity.log"].Value, 9);
    }

    [Fact]
    public void Models_of_one_size_and_short_curves_are_reported()
    {
        const string Text = "family,model,scale,task,metric,value\nf,a,1,t,acc,.1\nf,b,2,t,acc,.2\nf,c,2,t,acc,.3\nf,d,4,t,acc,.4\nf,e,5,t,acc,.5\ng,x,1,t,acc,.1\n"
            + "h,1,1,t,acc,.1\nh,2,2,t,acc,.2\nh,3,3,t,acc,.3\nh,4,4,t,acc,.4\n";
        var analysis = Imported.Analyze(Imported.Text("a.csv", Text));

        Assert.Equal("h", Assert.Single(analysis.Emergence()).Family);
        Assert.Contains(analysis.Findings(), finding => finding.What.StartsWith("Two models of one size", StringComparison.Ordinal) && finding.Examples == "f t acc (b and c)");
        Assert.Contains(analysis.Findings(), finding => finding.What.StartsWith("Fewer than 4 points", StringComparison.Ordinal) && finding.Count == 1);
        Assert.Equal((2, 3), (Summarized(analysis)["mirage.imported.lost"].Value, Summarized(analysis)["mirage.imported.lost"].N));
    }

    [Fact]
    public void Nothing_to_score_is_an_error() =>
        Assert.Throws<InputException>(() => Imported.Analyze(Imported.Text("a.csv", "family,scale,task,metric,value\nf,1,t,acc,.1\nf,2,t,acc,.2\n")));

    [Fact]
    public void Numbers_count_what_the_tables_show()
    {
        var numbers = Summarized(Imported.Analyze(Table(
            ("t", "acc", Sharp), ("t", "brier", Smooth), ("u", "acc", [.5, .5, .5, .5, .5]), ("v", "acc", [0, 0, 0, 0, 1]), ("v", "brier", Smooth))));

        Assert.Equal((5, 1, 1), (numbers["mirage.imported.scale.curves"].Value, numbers["mirage.imported.scale.flat"].Value, numbers["mirage.imported.scale.infinite"].Value));
        Assert.Equal((1, 3), (numbers["mirage.imported.scale.jumps"].Value, numbers["mirage.imported.scale.jumps"].N));
        Assert.Equal((1, 1), (numbers["mirage.imported.scale.jumps-sharp"].Value, numbers["mirage.imported.scale.jumps-sharp"].N));
        Assert.Equal((1, 1), (numbers["mirage.imported.brier.lower"].Value, numbers["mirage.imported.brier.lower"].N));
        Assert.Equal((1, 2), (numbers["mirage.imported.brier.infinite"].Value, numbers["mirage.imported.brier.infinite"].N));
        Assert.Equal((1, 1), (numbers["mirage.imported.brier.removed"].Value, numbers["mirage.imported.brier.removed"].N));
        Assert.False(numbers.ContainsKey("mirage.imported.step.curves"));
    }

    private static Dictionary<string, Number> Summarized(ScoreReanalysis analysis)
    {
        var output = new Table<Number>(Imported.Folder());
        ScoreSummary.Summarize(new SummarySpec("mirage.imported"), analysis, output, new JobContext());
        return output.Read().ToDictionary(number => number.Id);
    }

    private static FileInfo Table(params (string Task, string Metric, double[] Values)[] curves) => Imported.Text("a.csv", "family,scale,task,metric,value\n"
        + string.Concat(curves.SelectMany(curve => curve.Values.Select((value, i) => $"f,{i + 1},{curve.Task},{curve.Metric},{value.ToString("R", CultureInfo.InvariantCulture)}\n"))));

    private sealed class Close : IEqualityComparer<(double, int, double, double)>
    {
        public bool Equals((double, int, double, double) x, (double, int, double, double) y) =>
            x.Item2 == y.Item2 && Math.Abs(x.Item1 - y.Item1) < 1e-9 && Math.Abs(x.Item3 - y.Item3) < 1e-9 && Math.Abs(x.Item4 - y.Item4) < 1e-9;

        public int GetHashCode((double, int, double, double) obj) => 0;
    }
}
