using Research.Jobs;
using Research.Mirage.Metrics;
using Research.Mirage.Scores;
using Research.Mirage.Scores.Checks;

namespace Research.Mirage.Tests.Scores;

public sealed class ScoreImportTests
{
    private const string Header = "family,model,scale,shots,task,metric,value\n";

    [Fact]
    public void A_row_is_read_by_the_names_of_its_columns_whatever_their_order()
    {
        var table = Imported.Import(Imported.Text("a.csv", "Value,Metric,Task,params,family\n0.5,acc,sums,70,a\n0.25,PPL,sums,70,a\n"), new("", "metric = 'acc'", []));

        Assert.Equal([new ScoreRow("a", "a 70", 70, null, "", "sums", "acc", "", .5)], table.Rows());
        Assert.Equal(new Finding(Outcome.Dropped, "Left out by --score-where", 1, "scores", ""), Single(table, "where"));
    }

    [Fact]
    public void Columns_can_be_given_joined_and_ignored_and_all_others_tell_curves_apart()
    {
        var file = Imported.Text("a.csv", "name,kind,size,checkpoint,task,metric,value,mode,note\na,x,7,1,t,acc,.1,m,1\na,y,7,2,t,acc,.2,n,2\n");
        var rows = Imported.Import(file, new("family=name+kind,scale=size,ignore=note", "", [])).Rows().ToList();

        Assert.Equal(["a x", "a y"], rows.Select(row => row.Family));
        Assert.Equal([1, 2], rows.Select(row => row.Step));
        Assert.Equal(["mode=m", "mode=n"], rows.Select(row => row.Condition));
    }

    [Theory]
    [InlineData("a,m,7,0,t,acc,NaN", "The score is NaN")]
    [InlineData("a,m,7,0,t,acc,inf", "The score is infinite")]
    [InlineData("a,m,7,0,t,acc,-Infinity", "The score is infinite")]
    [InlineData("a,m,7,0,t,acc,35%", "The score is not a number")]
    [InlineData("a,m,7,0,t,acc,", "No score")]
    [InlineData("a,m,7,0,,acc,.5", "No task")]
    [InlineData("a,m,7,0,t,,.5", "No metric")]
    [InlineData(",m,7,0,t,acc,.5", "No family of models")]
    [InlineData("a,m,big,0,t,acc,.5", "The scale is not a positive number")]
    [InlineData("a,m,0,0,t,acc,.5", "The scale is not a positive number")]
    [InlineData("a,m,7,0,t,acc,-.5", "Outside the range of acc, 0 to 1")]
    [InlineData("a,m,7,0,t,acc,101", "Outside the range of acc, 0 to 1")]
    [InlineData("a,m,7,0,t,ppl,.5", "Outside the range of ppl, from 1 up")]
    public void A_score_that_cannot_be_believed_is_dropped_with_reason_and_place(string row, string reason)
    {
        var table = Imported.Import(Imported.Text("a.csv", $"{Header}a,m,8,0,t,acc,.5\n{row}\n"));

        Assert.Single(table.Rows());
        Assert.Equal(new Finding(Outcome.Dropped, reason, 1, "scores", "row 2"), Single(table, reason));
    }

    [Fact]
    public void Of_equal_rows_one_stays_and_of_contradicting_rows_none()
    {
        var table = Imported.Import(Imported.Text(
            "a.csv", $"{Header}a,m,7,0,t,acc,.5\na,m,7,0,t,acc,.5\na,n,8,0,t,acc,.1\na,n,8,0,t,acc,.2\na,o,9,0,t,acc,.3\n"));

        Assert.Equal(["m", "o"], table.Rows().Select(row => row.Model));
        Assert.Equal(1, Single(table, "Repeats").Count);
        Assert.Equal((2, "row 3, row 4"), (Single(table, "alike").Count, Single(table, "alike").Examples));
    }

    [Fact]
    public void A_curve_with_fractions_and_percentages_is_dropped_if_the_table_has_both()
    {
        var percent = $"{Header}a,m,7,0,t,acc,0.5\na,n,8,0,t,acc,50\n";
        var alone = Imported.Import(Imported.Text("a.csv", percent));
        Assert.Equal(2, alone.Rows().Count());
        Assert.Equal("acc", Single(alone, "below and above 1").Examples);
        // 0 is 0 in both, and a value that rounding lifted above 1 is a fraction.
        var clear = Imported.Import(Imported.Text("a.csv", $"{Header}a,m,7,0,t,acc,0\na,n,8,0,t,acc,50\na,m,7,0,t,em,0.5\na,n,8,0,t,em,1.05\n"));
        Assert.DoesNotContain(clear.Findings(), finding => finding.What.Contains("below and above 1", StringComparison.Ordinal));

        var both = Imported.Import(Imported.Text("a.csv", $"{percent}a,m,7,0,u,acc,0.5\na,n,8,0,u,acc,0.6\na,m,7,0,v,acc,50\n"));
        Assert.Equal(["u", "u", "v"], both.Rows().Select(row => row.Task));
        Assert.Equal(2, Single(both, "mixed").Count);
        Assert.DoesNotContain(both.Findings(), finding => finding.What.Contains("below and above 1", StringComparison.Ordinal));
        Assert.Equal("acc", Single(both, "percentages; a score").Examples);
    }

    [Fact]
    public void What_is_kept_but_should_be_known()
    {
        var table = Imported.Import(Imported.Text(
            "a.csv", $"{Header}a,m,7,0,t,acc,.5\na,m,7,5,t,acc,.6\nb,n,,0,t,acc,.5\nb,n,,0,t,pct_stereotype,.5\na,l,6,0,t,acc,.4\n"));

        Assert.Equal("a, t: 0 and 5", Single(table, "shots").Examples);
        Assert.Equal((1, "b"), (Single(table, "one model").Count, Single(table, "one model").Examples));
        Assert.Equal((2, "n"), (Single(table, "No scale").Count, Single(table, "No scale").Examples));
        Assert.Equal("pct_stereotype", Single(table, "no direction").Examples);
    }

    [Fact]
    public void A_metric_that_nobody_knows_needs_a_direction()
    {
        var file = Imported.Text("a.csv", $"{Header}a,m,7,0,t,acuracy,.5\na,m,7,0,t,pain,3\na,m,7,0,t,acc,.5\n");

        var error = Assert.Throws<InputException>(() => Imported.Import(file));
        Assert.Contains("'acuracy', 'pain'", error.What, StringComparison.Ordinal);
        Assert.Contains("--direction acuracy=higher,pain=higher", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("accuracy", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(
            [("acc", MetricDirection.Higher), ("pain", MetricDirection.Lower)],
            Imported.Import(file, new("", "", ["pain=lower", "acuracy=skip"])).Metrics().Select(metric => (metric.Metric, metric.Direction)));
        Assert.Throws<InputException>(() => Imported.Import(file, new("", "", ["pain=down"])));
    }

    [Theory]
    [InlineData("task,metric,value\nt,acc,.5\n", "", "", "no column for the scale")]
    [InlineData("task,metric,scale\nt,acc,5\n", "", "", "no column for the value")]
    [InlineData("task,metric,scale,value\nt,acc,5,.5\n", "size=scale", "", "no role 'size'")]
    [InlineData("task,metric,scale,value\nt,acc,5,.5\n", "family", "", "no role and column")]
    [InlineData("task,metric,scale,value\nt,acc,5,.5\n", "family=famly", "", "no column 'famly'")]
    [InlineData("task,metric,scale,value\nt,acc,5,.5\n", "", "tsk = 't'", "no condition on the table")]
    [InlineData("task,metric,scale,value\nt,acc,5,.5\n", "", "task = 'u'", "no score is left")]
    [InlineData("task,metric,scale,value\n", "", "", "there are no scores")]
    public void What_stops_the_import(string text, string columns, string condition, string what)
    {
        var error = Assert.Throws<InputException>(() => Imported.Import(Imported.Text("a.csv", text), new(columns, condition, [])));
        Assert.Contains(what, error.What, StringComparison.Ordinal);
    }

    private static Finding Single(ScoreTable table, string what) =>
        Assert.Single(table.Findings(), finding => finding.What.Contains(what, StringComparison.Ordinal));
}
