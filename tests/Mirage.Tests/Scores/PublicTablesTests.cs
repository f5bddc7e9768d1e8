using System.Globalization;
using Research.Mirage.Emergence;
using Research.Mirage.Scores.Curves;
using Research.Numerics.Statistics;

namespace Research.Mirage.Tests.Scores;

/// <summary>Scores of public tables against those of two other programs; needs the tables beside the repository.</summary>
public sealed class PublicTablesTests
{
    [SkippableTheory]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "acc", 8, 11.355932203389816)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "log_ppl", 8, 13.66217658129271)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "ppl", 8, 75.68696809879009)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "5", "lambada_openai", "acc", 8, 10.573033707865166)]
    [InlineData("opt", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "acc", 8, 8.750000000000012)]
    [InlineData("opt", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "ppl", 8, 26.232458932213973)]
    [InlineData("bloom", "deduped=0", SeriesAxis.Scale, "0", "lambada_openai", "ppl", 5, 5.352009196609838)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "5", "sciq", "acc_norm", 8, 19.789473684210623)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "crows_pairs_french", "likelihood_difference", 8, 15.006842903715183)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "5", "wsc", "acc", 8, 0)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "hendrycksTest-virology", "acc_norm", 8, 6.999999999999977)]
    [InlineData("pythia-v1", "deduped=0", SeriesAxis.Scale, "0", "hendrycksTest-sociology", "acc", 8, 5.000000000000005)]
    [InlineData("opt", "deduped=0", SeriesAxis.Scale, "0", "wsc", "acc", 8, 5.600000000000007)]
    [InlineData("pythia-12b-deduped", "", SeriesAxis.Step, "0", "hendrycksTest-college_biology", "acc", 27, 9.999999999999995)]
    [InlineData("pythia-160m", "", SeriesAxis.Step, "5", "hendrycksTest-medical_genetics", "acc", 15, 10.999999999999991)]
    [InlineData("pythia-6.9b", "", SeriesAxis.Step, "0", "hendrycksTest-public_relations", "acc_norm", 27, -6.999999999999997)]
    [InlineData("pythia-1.4b-deduped", "", SeriesAxis.Step, "0", "hendrycksTest-moral_scenarios", "acc_norm", 27, double.PositiveInfinity)]
    [InlineData("pythia-160m-deduped", "", SeriesAxis.Step, "0", "crows_pairs_english_autre", "pct_stereotype", 27, double.NegativeInfinity)]
    [InlineData("pythia-6.9b", "", SeriesAxis.Step, "5", "wsc", "acc", 15, 0)]
    [InlineData("pythia-1.4b-deduped", "", SeriesAxis.Step, "5", "wsc", "acc", 15, 0)]
    public void Pythia_OPT_and_BLOOM(string of, string condition, SeriesAxis axis, string shots, string task, string metric, int n, double score)
    {
        var row = Assert.Single(SharedData.Pythia.Emergence(), row => row.Axis == axis && (row.Family == of || row.Model == of)
            && row.Shots == shots && row.Task == task && row.Metric == metric && row.Condition.Contains(condition, StringComparison.Ordinal));
        Assert.Equal(n, row.N);
        Check(score, row);
    }

    [SkippableTheory]
    [InlineData("pythia", "2", "arithmetic", "acc", "na", 8, 14.366883116883123)]
    [InlineData("pythia", "5", "mmlu", "acc", "na", 8, 3.661538461538485)]
    [InlineData("opt", "2", "arithmetic", "tc_brier", "redist", 7, 4.005876346393522)]
    [InlineData("opt", "5", "mmlu", "tc_brier", "undist", 7, 33.5703315676062)]
    [InlineData("xglm", "2", "arithmetic", "acc", "na", 4, 1.2733383121732638)]
    [InlineData("opt", "1", "arc", "acc", "na", 7, 7.531257530371082)]
    public void ExpEmergence(string family, string shots, string task, string metric, string mode, int n, double score)
    {
        var row = Assert.Single(SharedData.ExpEmergence.Emergence(), row => row.Family == family && row.Shots == shots && row.Task == task
            && row.Metric == metric && row.Condition == $"prob_mode={mode}");
        Assert.Equal(n, row.N);
        Check(score, row);
    }

    [SkippableTheory]
    [InlineData("bloom", SeriesAxis.Scale, "acc", 65, 2.16, 0.0, 0.00, 0, 0)]
    [InlineData("bloom", SeriesAxis.Scale, "acc_norm", 62, 1.89, 0.0, 0.00, 0, 0)]
    [InlineData("opt", SeriesAxis.Scale, "acc", 65, 3.00, 1.5, 0.00, 0, 0)]
    [InlineData("opt", SeriesAxis.Scale, "acc_norm", 62, 3.22, 6.5, 0.00, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Scale, "acc", 260, 3.33, 4.6, 0.00, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Scale, "acc_norm", 248, 2.80, 2.4, 0.00, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Scale, "likelihood_difference", 44, 5.74, 15.9, 0.00, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Scale, "pct_stereotype", 44, -4.95, 0.0, 0.00, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Step, "acc", 2080, 5.00, 16.7, 0.91, 4, 12)]
    [InlineData("pythia-v1", SeriesAxis.Step, "acc_norm", 1984, 4.73, 18.2, 0.40, 6, 1)]
    [InlineData("pythia-v1", SeriesAxis.Step, "likelihood_difference", 352, 29.26, 90.6, 2.56, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Step, "log_ppl", 32, 74.99, 96.9, 40.62, 0, 0)]
    [InlineData("pythia-v1", SeriesAxis.Step, "pct_stereotype", 352, -7.76, 16.2, 0.28, 1, 4)]
    public void Pythia_OPT_and_BLOOM_by_metric(
        string suite, SeriesAxis axis, string metric, int series, double median, double above10, double above100, int plus, int minus) =>
        CheckGroup([.. SharedData.Pythia.Emergence().Where(row => row.Family == suite && row.Axis == axis && row.Metric == metric)], series, median, above10, above100, plus, minus);

    [SkippableTheory]
    [InlineData("acc", "na", 47, 3.66, 2.1)]
    [InlineData("tc_brier", "redist", 47, 4.50, 4.3)]
    [InlineData("tc_brier", "undist", 17, 5.65, 17.6)]
    public void ExpEmergence_by_metric(string metric, string mode, int series, double median, double above10) =>
        CheckGroup([.. SharedData.ExpEmergence.Emergence().Where(row => row.Metric == metric && row.Condition == $"prob_mode={mode}")], series, median, above10, 0, 0, 0);

    [SkippableFact]
    public void In_all_5805_series()
    {
        var rows = SharedData.Pythia.Emergence().Concat(SharedData.ExpEmergence.Emergence().Where(row => row.Metric != "choice_prob_sum")).ToList();
        var (scale, step) = (rows.FindAll(row => row.Axis == SeriesAxis.Scale), rows.FindAll(row => row.Axis == SeriesAxis.Step));
        Assert.Equal((973, 4832), (scale.Count, step.Count));
        Assert.Equal((4.7, 23.7), (Percent(scale, 10, 1), Percent(step, 10, 1)));
        Assert.Equal((.31, 1.61), (Percent(scale, 100, 2), Percent(step, 100, 2)));
        Assert.Equal((0, 11, 17), (scale.Count(row => row.Flag == SeriesFlag.ZeroMedian), step.Count(row => double.IsPositiveInfinity(row.Score)), step.Count(row => double.IsNegativeInfinity(row.Score))));
        Assert.Equal((2, 14), (scale.Count(row => row.Flag == SeriesFlag.Flat), step.Count(row => row.Flag == SeriesFlag.Flat)));
    }

    [SkippableFact]
    public void Brier_does_not_lower_the_score_on_open_models()
    {
        var pairs = SharedData.ExpEmergence.Pairs().Where(pair => pair.Sharp == "acc" && pair.Smooth == "tc_brier" && pair.Condition == "prob_mode=redist").ToList();
        Assert.Equal(47, pairs.Count);
        Assert.Equal(19, pairs.Count(pair => pair.SharpScore > pair.SmoothScore));
        var row = Assert.Single(SharedData.ExpEmergence.Comparisons(), row => row.Sharp == "acc" && row.Smooth == "tc_brier, prob_mode=redist");
        Assert.Equal((47, 19, 3.66, 4.50), (row.Pairs, row.Lower, Math.Round(row.MedianSharp, 2), Math.Round(row.MedianSmooth, 2)));
        Assert.StartsWith("no telling whether the smooth metric lowers the score", row.Words, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_score_of_the_table_by_hand()
    {
        // Straight from the lines of the file, with this test's own arithmetic.
        var values = SharedData.Lines("pythia_scores.csv.gz").Skip(1).Select(line => line.Split(','))
            .Where(cells => cells[0] == "opt" && cells[8] == "wsc" && cells[9] == "acc")
            .OrderBy(cells => double.Parse(cells[2], CultureInfo.InvariantCulture))
            .Select(cells => double.Parse(cells[10], CultureInfo.InvariantCulture)).ToArray();
        double[] squares = [.. values.Zip(values.Skip(1), (a, b) => (a - b) * (a - b)).Order()];
        var expected = Math.Sign(Array.IndexOf(values, values.Max()) - Array.IndexOf(values, values.Min())) * (values.Max() - values.Min()) / Math.Sqrt(squares[3]);
        Assert.Equal(5.600000000000007, expected, 1e-9);
    }

    private static void Check(double expected, EmergenceRow row)
    {
        if (expected == 0)
            Assert.Equal((0.0, SeriesFlag.Flat), (row.Score, row.Flag));
        else if (double.IsInfinity(expected))
            Assert.Equal((expected, SeriesFlag.ZeroMedian), (row.Score, row.Flag));
        else
            Assert.True(row.Flag == SeriesFlag.None && Math.Abs(row.Score - expected) <= 1e-9 * Math.Abs(expected), $"{row.Score} is not {expected}");
    }

    private static void CheckGroup(List<EmergenceRow> rows, int series, double median, double above10, double above100, int plus, int minus)
    {
        Assert.Equal(series, rows.Count);
        Assert.Equal(median, Moments.Median([.. rows.Select(row => row.Score)]), 2);
        Assert.Equal((above10, above100), (Percent(rows, 10, 1), Percent(rows, 100, 2)));
        Assert.Equal((plus, minus), (rows.Count(row => double.IsPositiveInfinity(row.Score)), rows.Count(row => double.IsNegativeInfinity(row.Score))));
    }

    private static double Percent(List<EmergenceRow> rows, double cutOff, int digits) =>
        Math.Round(100.0 * rows.Count(row => row.Score > cutOff) / rows.Count, digits);
}
