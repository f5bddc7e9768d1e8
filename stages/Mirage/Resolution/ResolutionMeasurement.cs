using Research.Jobs;
using Research.Mirage.Arithmetic;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Mirage.Resolution;

/// <summary>What test sets of a given size show of small abilities, from frozen outputs.</summary>
public static class ResolutionMeasurement
{
    /// <summary>Measures the final weights of all trainings, by task and target length.</summary>
    public static void Measure(
        PassUntilSpec item, IReadOnlyList<Table<ArithmeticScore>> scores, Table<PassUntilRow> output, JobContext job)
    {
        item.Validate();
        var cells = ArithmeticCell.All(scores.SelectMany(table => table.Read()).Where(row => row.IsFinal));
        output.Write(cells.Select((cell, index) => Row(item, cell, (uint)index)));
    }

    /// <summary>Probability that digits drawn evenly, as many as the target has, are the target.</summary>
    internal static double Chance(int length) => 1 / Elementary.Pow(ProblemText.Digits.Length, length);

    private static PassUntilRow Row(PassUntilSpec spec, ArithmeticCell cell, uint number)
    {
        var draws = new PhiloxStream(new Philox(spec.Seed, "resolution/pass-until"), step: number);
        List<(double Exact, PassUntil Passed)> tried = [];
        foreach (var item in cell.Items.Take(spec.Items)) tried.Add((item.Probability, PassUntil.Sample(spec, item.Probability, ref draws)));
        var hits = cell.Items.Count(row => row.Exact == 1);
        var share = BinomialInterval.ClopperPearson(hits, cell.Items.Count);
        var mean = StudentInterval.OfMean([.. tried.Select(item => item.Passed.Unbiased)]);
        return new(
            cell.Model, cell.Parameters, cell.Seed, cell.Task, cell.Length, cell.Items.Count, hits, share.Low, share.High, Chance(cell.Length),
            cell.Mean(row => row.Probability), cell.Items.Sum(row => row.Drawn), FirstRight(cell.Items), tried.Count,
            tried.Count(item => item.Passed.IsGivenUp), Moments.Mean([.. tried.Select(item => (double)item.Passed.Tries)]),
            mean.Value, double.IsNaN(mean.Low) ? mean.Value : mean.Low, double.IsNaN(mean.High) ? mean.Value : mean.High,
            Moments.Mean([.. tried.Select(item => item.Passed.Estimate)]), Moments.Mean([.. tried.Select(item => item.Exact)]),
            tried.Count(item => item.Passed.Interval().Covers(item.Exact)));
    }

    /// <summary>Number of the first right answer when the drawn answers of one item after the other are looked at; 0 for none.</summary>
    internal static int FirstRight(IReadOnlyList<ArithmeticScore> items)
    {
        var before = 0;
        foreach (var item in items)
        {
            if (item.FirstRight > 0) return before + item.FirstRight;
            before += item.Drawn;
        }

        return 0;
    }
}
