using Research.Evaluation.Density;
using Research.Evaluation.InContext;
using Research.Evaluation.Scale;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded;

namespace Research.Evaluation.Tests.Scale;

public sealed class ScaleMeasurementTests
{
    [Fact]
    public void Every_row_equals_a_slow_computation_by_definition()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var item = Item(laboratory, Laboratory.Tiny(Reading.Ambiguous) with { Messages = 40 });
        var language = laboratory.Language;
        var windows = DensityWindows.Draw(item.Density, laboratory.Corpus);
        var trials = InContextTrial.DrawAll(item.InContext, language);
        double[] unread = SlowReader.FirstLetter(language, [1.0 / 3, 1.0 / 3, 1.0 / 3]);

        var rows = Measure(laboratory, item, new JobContext());

        Assert.Equal([0, 3, 6], rows.Select(row => row.Step));
        foreach (var (row, snapshot) in rows.Zip(new int?[] { 0, 3, null }))
        {
            using var model = new SlowModel(laboratory, snapshot);
            var gap = windows.Average(window => (Exact(language, window) - model.LogProbability(window)) / 18);
            var (first, last) = (Kl(1, model.Next), Kl(3, model.Next));
            var (exactFirst, exactLast) = (Kl(1, Optimal), Kl(3, Optimal));
            var none = Kl(1, _ => unread);
            Assert.Equal(
                (laboratory.Spec.ToString(), Reading.Ambiguous, .2, 1, 8, 40, 5, row.Step * 4L * 18),
                (row.Language, row.Reading, row.Noise, row.Layers, row.Width, row.Messages, row.Seed, row.Tokens));
            Near.Equal(gap, row.Gap, nameof(row.Gap));
            Near.Equal(first, row.ModelFirst, nameof(row.ModelFirst));
            Near.Equal(last, row.ModelLast, nameof(row.ModelLast));
            Near.Equal(exactFirst, row.ExactFirst, nameof(row.ExactFirst));
            Near.Equal(exactLast, row.ExactLast, nameof(row.ExactLast));
            Near.Equal(none, row.Unread, nameof(row.Unread));
            Near.Equal((none - last) / (none - exactLast), row.Ability, nameof(row.Ability));
            Near.Equal(first - last, row.Gain, nameof(row.Gain));
        }

        double Kl(int examples, Func<int[], double[]> read) => trials.Average(trial => SlowReader.Kl(
            SlowReader.FirstLetter(language, [.. Enumerable.Range(0, 3).Select(i => i == trial.Intention ? 1.0 : 0)]),
            read(trial.Prompt(examples))));

        double[] Optimal(int[] prompt) => SlowReader.Next(language, prompt);
    }

    [Fact]
    public void One_thread_and_three_write_the_same_rows()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var item = Item(laboratory, laboratory.Spec);

        var one = Measure(laboratory, item, new JobContext { Threads = 1 });
        var three = Measure(laboratory, item, new JobContext { Threads = 3 });

        Assert.Equal(one, three);
    }

    [Fact]
    public void Prompts_longer_than_the_models_block_and_windows_longer_than_the_text_are_named()
    {
        using var narrow = new Laboratory(Laboratory.Tiny(Reading.Ambiguous), block: 17);
        using var brief = new Laboratory(Laboratory.Tiny(Reading.Ambiguous, messages: 20), block: 18);

        Assert.Equal(
            "3 examples take 18 symbols, the model's block has 17",
            Assert.Throws<InputException>(() => Measure(narrow, Item(narrow, narrow.Spec), new JobContext())).What);
        Assert.Contains(
            "a window needs 19", Assert.Throws<InputException>(() => Measure(brief, Item(brief, brief.Spec), new JobContext())).What);
    }

    private static double Exact(Language language, int[] window) =>
        Math.Log(BruteForce.WindowProbability(language, window)) - Math.Log(BruteForce.WindowProbability(language, [window[0]]));

    private static ScaleSpec Item(Laboratory laboratory, LanguageSpec corpus) =>
        new(laboratory.Training, corpus, laboratory.Spec, Windows: 10, Trials: 12, MostExamples: 3);

    private static List<ScaleRow> Measure(Laboratory laboratory, ScaleSpec item, JobContext job) => laboratory.Rows<ScaleRow>(
        table => ScaleMeasurement.Measure(item, laboratory.Checkpoint, laboratory.Corpus, table, job));
}
