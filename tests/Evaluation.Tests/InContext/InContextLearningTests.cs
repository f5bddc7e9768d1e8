using Research.Evaluation.InContext;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.InContext;

public sealed class InContextLearningTests
{
    [Theory, InlineData(Reading.Released), InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void Every_row_equals_a_slow_computation_by_definition(Reading reading)
    {
        using var laboratory = Laboratory.OfTiny(reading);
        using var model = new SlowModel(laboratory);
        var item = new InContextSpec(laboratory.Training, laboratory.Spec, Trials: 12, MostExamples: 3);

        var rows = Measure(laboratory, item);

        Assert.Equal(
            Enumerable.Range(1, 3).SelectMany(m => Enumerable.Range(0, 12).Select(trial => (m, trial))),
            rows.Select(row => (row.Examples, row.Trial)));
        foreach (var row in rows) AssertRow(row, new(item, laboratory.Language, row.Trial), laboratory, model);
    }

    [Fact]
    public void A_trials_prompts_grow_at_the_front_by_messages_of_one_intention()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, noise: 0);
        var item = new InContextSpec(laboratory.Training, laboratory.Spec, Trials: 60);
        var trials = Enumerable.Range(0, 60).Select(n => new InContextTrial(item, laboratory.Language, n)).ToList();

        Assert.All(trials, trial =>
        {
            for (var m = 1; m <= 5; m++)
            {
                var prompt = trial.Prompt(m);
                Assert.Equal(22 * m, prompt.Length);
                Assert.EndsWith(string.Join(' ', trial.Prompt(m - 1)), string.Join(' ', prompt));
                Assert.Equal([.. trial.Message(m - 1), Alphabet.Newline], prompt[..22]);
                // Without noise, the letters are the intention's own three.
                Assert.All(trial.Message(m - 1).ToArray(), token => Assert.Equal(trial.Intention, (token - 1) / 3));
            }
        });
        Assert.Equal(Enumerable.Range(0, 6), trials.Select(trial => trial.Intention).Distinct().Order());
        Assert.Equal(60, trials.Select(trial => string.Join(' ', trial.Prompt(5))).Distinct().Count());
    }

    /// <summary>The first letter of the last message fixes the intention: nothing is left for examples to do.</summary>
    [Theory, InlineData(0), InlineData(.02), InlineData(.04)]
    public void In_the_released_reading_a_perfect_model_scores_0_for_any_number_of_examples(double noise)
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, noise);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Trials: 40));

        Assert.Equal(200, rows.Count);
        Assert.All(rows, row => Assert.Equal(0, row.OracleKl, 1e-12));
        Assert.All(rows, row => Assert.Equal(0, row.SharedKl, 1e-12));
        Assert.All(rows, row => Assert.Equal(0, row.Epsilon + row.Product + row.OddsBound + row.Bound));
    }

    [Theory]
    [InlineData(Reading.Ambiguous, .04), InlineData(Reading.Ambiguous, .2), InlineData(Reading.UniformStart, .04)]
    public void A_reader_who_knows_that_messages_share_their_intention_stays_within_the_bounds(
        Reading reading, double noise)
    {
        using var laboratory = Laboratory.OfAuthors(reading, noise);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Trials: 200));

        Assert.All(rows, row => Assert.True(row.SharedKl <= row.Bound + 1e-9, $"{row}"));
        Assert.All(rows, row => Assert.True(row.Epsilon <= row.OddsBound * (1 + 1e-9), $"{row}"));
        Assert.All(rows, row => Assert.True(double.IsFinite(row.Bound), $"{row}"));
        Assert.Contains(rows, row => row.Epsilon > row.Product * 1.01);
    }

    [Fact]
    public void A_block_too_short_for_the_examples_is_named()
    {
        using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Ambiguous), block: 17);

        var error = Assert.Throws<InputException>(
            () => Measure(laboratory, new(laboratory.Training, laboratory.Spec, Trials: 2, MostExamples: 3)));

        Assert.Equal("3 examples take 18 symbols, the model's block has 17", error.What);
    }

    private static void AssertRow(InContextRow row, InContextTrial trial, Laboratory laboratory, SlowModel model)
    {
        var language = laboratory.Language;
        var prompt = trial.Prompt(row.Examples);
        var messages = prompt.Chunk(6).Select(message => message[..5]).ToList();
        var truth = SlowReader.FirstLetter(language, OneHot(trial.Intention));
        var single = messages.ConvertAll(message => 1 - SlowReader.Posterior(language, [message])[trial.Intention]);
        var shared = SlowReader.Posterior(language, messages);
        var odds = single.Aggregate(1.0, (product, epsilon) => product * epsilon / (1 - epsilon));
        Assert.Equal(
            (laboratory.Spec.ToString(), laboratory.Spec.Reading, 0.2, laboratory.Training.Model.ToString(), 5),
            (row.Language, row.Reading, row.Noise, row.Model, row.Seed));
        Near.Equal(SlowReader.Kl(truth, model.Next(prompt)), row.ModelKl, nameof(row.ModelKl));
        Near.Equal(SlowReader.Kl(truth, SlowReader.Next(language, prompt)), row.OracleKl, nameof(row.OracleKl));
        Near.Equal(SlowReader.Kl(truth, SlowReader.FirstLetter(language, shared)), row.SharedKl, nameof(row.SharedKl));
        Near.Equal(1 - shared[trial.Intention], row.Epsilon, nameof(row.Epsilon));
        Near.Equal(single.Aggregate(1.0, (product, epsilon) => product * epsilon), row.Product, nameof(row.Product));
        Near.Equal(odds / (1 + odds), row.OddsBound, nameof(row.OddsBound));
        Near.Equal(Math.Log(1 + odds), row.Bound, nameof(row.Bound));
    }

    private static double[] OneHot(int intention) => [.. Enumerable.Range(0, 3).Select(i => i == intention ? 1.0 : 0)];

    private static List<InContextRow> Measure(Laboratory laboratory, InContextSpec item) =>
        laboratory.Rows<InContextRow>(table => InContextLearning.Measure(
            item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext()));
}
