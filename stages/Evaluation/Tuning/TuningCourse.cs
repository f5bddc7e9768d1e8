using Research.Summaries;
using Research.Jobs;
using Research.Languages.Tuning;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Tuning;

/// <summary>How the tunings went: one row for each, at each snapshot.</summary>
public static class TuningCourse
{
    /// <summary>Averages over the prompts.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<TuningRow>> tunings, Table<TuningCourseRow> output, JobContext job) =>
        output.Write(tunings.SelectMany(table => Rows([.. table.Read()])).ToList());

    private static IEnumerable<TuningCourseRow> Rows(List<TuningRow> tuning)
    {
        var before = tuning.FindAll(row => row.Step == 0);
        foreach (var step in tuning.GroupBy(row => row.Step))
        {
            List<TuningRow> rows = [.. step];
            yield return new(
                rows[0].Language, rows[0].Method, rows[0].Seed, step.Key, rows.Count,
                Mean(rows, TuningRole.Prompt, row => row.Answer),
                Mean(rows, TuningRole.HeldOut, row => row.Answer),
                Mean(rows, TuningRole.HeldOut, row => row.BaseDistance),
                Change(TuningRole.Prompt), Change(TuningRole.Answer), Change(TuningRole.HeldOut));

            double Change(TuningRole role) => Mean(rows, role, row => row.WithinKl) - Mean(before, role, row => row.WithinKl);
        }
    }

    private static double Mean(List<TuningRow> rows, TuningRole role, Func<TuningRow, double> of) =>
        Moments.Mean([.. rows.Where(row => row.Role == role).Select(of)]);
}
