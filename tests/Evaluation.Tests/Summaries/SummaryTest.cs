using Research.Summaries;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.Tests.Summaries;

/// <summary>Runs summaries on rows made by hand.</summary>
public abstract class SummaryTest : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private protected delegate void Summary<TRow>(
        SummarySpec item, IReadOnlyList<Table<TRow>> rows, Table<Number> output, JobContext job);

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>A table of rows.</summary>
    private protected Table<TRow> Written<TRow>(IEnumerable<TRow> rows)
    {
        var table = new Table<TRow>(folder.Create());
        table.Write(rows);
        return table;
    }

    /// <summary>The numbers of an experiment "x" by their ids; each list of rows is a table of its own.</summary>
    private protected Dictionary<string, Number> Numbers<TRow>(
        Summary<TRow> summarize, params IEnumerable<TRow>[] tables)
    {
        var inputs = Array.ConvertAll(tables, Written);
        var output = new Table<Number>(folder.Create());
        summarize(new SummarySpec("x"), inputs, output, new JobContext());
        return output.Read().ToDictionary(number => number.Id);
    }

    private protected static void AssertNumber(
        double value, string unit, int n, Number actual, (double Low, double High)? interval = null)
    {
        Assert.Equal(value, actual.Value, 1e-9);
        Assert.Equal((unit, n), (actual.Unit, actual.N));
        Assert.Equal(interval is null, actual.Low is null);
        Assert.Equal(interval is null, actual.High is null);
        if (interval is not { } ends) return;
        Assert.Equal(ends.Low, actual.Low!.Value, 1e-4);
        Assert.Equal(ends.High, actual.High!.Value, 1e-4);
    }
}
