using Research.Evaluation.Density;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded.Oracles;

namespace Research.Evaluation.Tests.Density;

public sealed class DensityMeasurementTests
{
    [Theory, InlineData(Reading.Released), InlineData(Reading.Ambiguous)]
    public void Every_row_equals_a_slow_computation_by_definition(Reading reading)
    {
        using var laboratory = Laboratory.OfTiny(reading);
        var item = new DensitySpec(laboratory.Training, laboratory.Spec, Windows: 10);
        var windows = DensityWindows.Draw(item, laboratory.Corpus);

        var rows = Measure(laboratory, item);

        (int Step, int? Snapshot)[] steps = [(0, 0), (3, 3), (6, null)];
        Assert.Equal(
            steps.SelectMany(step => Enumerable.Range(0, 10).Select(n => (step.Step, n))),
            rows.Select(row => (row.Step, row.Window)));
        foreach (var (step, snapshot) in steps)
        {
            using var model = new SlowModel(laboratory, snapshot);
            foreach (var row in rows.Where(row => row.Step == step))
                AssertRow(row, laboratory, model, windows[row.Window]);
        }
    }

    [Fact]
    public void Windows_start_anywhere_in_the_validation_text()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var item = new DensitySpec(laboratory.Training, laboratory.Spec, Windows: 400);
        var text = Text(laboratory.Corpus.Tokens(Splits.Validation));

        var windows = DensityWindows.Draw(item, laboratory.Corpus);

        Assert.All(windows, window => Assert.Equal(19, window.Length));
        var possible = Enumerable.Range(0, text.Length - 18).Select(start => text.Substring(start, 19)).ToHashSet();
        Assert.Equal(possible, windows.Select(Text).ToHashSet());
    }

    [Fact]
    public void A_snapshot_of_the_last_step_does_not_count_twice()
    {
        var tiny = Laboratory.Tiny(Reading.Ambiguous);
        using var laboratory = new Laboratory(tiny, block: 8, steps: 2, snapshots: [1, 2]);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Windows: 3));

        Assert.Equal([1, 1, 1, 2, 2, 2], rows.Select(row => row.Step));
    }

    /// <summary>
    /// Published: 300,000 windows, standard error up to 0.0001, of the optimal reader; here 400 of a corpus.
    /// </summary>
    [Fact]
    public void The_optimum_and_a_perfect_models_released_deviation_are_the_reference_figures()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, noise: 0, messages: 60_000);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Windows: 400));

        Published.AssertMean(.9711, [.. rows.Select(row => row.Optimum)], .0001);
        Published.AssertMean(.0390, [.. rows.Select(row => row.OptimalReleasedDeviation)], .0001);
    }

    private static void AssertRow(DensityRow row, Laboratory laboratory, SlowModel model, int[] window)
    {
        var (language, training) = (laboratory.Language, laboratory.Training);
        const double Predictions = 18;
        var exact = Math.Log(BruteForce.WindowProbability(language, window))
            - Math.Log(BruteForce.WindowProbability(language, [window[0]]));
        var log = model.LogProbability(window);
        var score = ReleasedScore(language, window);
        var frequencies = window[1..].Sum(token => Math.Log(BruteForce.WindowProbability(language, [token])));
        Assert.Equal(
            (laboratory.Spec.ToString(), laboratory.Spec.Reading, 0.2, training.Model.ToString(), 5),
            (row.Language, row.Reading, row.Noise, row.Model, row.Seed));
        Assert.Equal(row.Step * 4 * 18, row.Tokens);
        Near.Equal(-log / Predictions, row.Loss, nameof(row.Loss));
        Near.Equal(-exact / Predictions, row.Optimum, nameof(row.Optimum));
        Near.Equal(-frequencies / Predictions, row.Frequencies, nameof(row.Frequencies));
        Near.Equal(Math.Abs(log - exact) / Predictions, row.Deviation, nameof(row.Deviation));
        Near.Equal(Math.Abs(log - score) / Predictions, row.ReleasedDeviation, nameof(row.ReleasedDeviation));
        Near.Equal(Math.Abs(exact - score) / Predictions, row.OptimalReleasedDeviation, "optimal");
    }

    /// <summary>The author's score, with probabilities: pieces between newlines under independent intentions.</summary>
    private static double ReleasedScore(Language language, int[] window)
    {
        var pieces = Text(window).Split('0');
        return pieces.Select((piece, index) => Math.Log(Enumerable.Range(0, 3).Average(intention =>
        {
            var letters = piece.Select(digit => digit - '1').ToArray();
            var transitions = letters.Zip(letters.Skip(1), (from, to) => language.NextLetter(intention, from)[to]);
            return transitions.Aggregate(1.0, (product, p) => product * p);
        }))).Sum();
    }

    private static string Text(int[] tokens) => string.Concat(tokens);

    private static List<DensityRow> Measure(Laboratory laboratory, DensitySpec item) => laboratory.Rows<DensityRow>(
        table => DensityMeasurement.Measure(item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext()));
}
