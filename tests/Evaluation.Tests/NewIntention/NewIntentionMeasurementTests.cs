using Research.Evaluation.NewIntention;
using Research.Evaluation.Tests.Slow;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Tests.NewIntention;

public sealed class NewIntentionMeasurementTests
{
    [Theory, InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void Every_row_equals_a_slow_computation_by_definition(Reading reading)
    {
        using var laboratory = Laboratory.OfTiny(reading);
        using var model = new SlowModel(laboratory);
        var item = new NewIntentionSpec(laboratory.Training, laboratory.Spec, Trials: 10, MostExamples: 2);
        var intentions = new NewIntentions(laboratory.Spec);

        var rows = Measure(laboratory, item);

        Assert.Equal(
            from kind in Enum.GetValues<NewIntentionKind>()
            from trial in Enumerable.Range(0, 10)
            from examples in Enumerable.Range(0, 3)
            from letters in new[] { 1, 2, 4 }
            select (kind, trial, examples, letters),
            rows.Select(row => (row.Kind, row.Trial, row.Examples, row.Letters)));
        foreach (var row in rows)
        {
            var trial = new NewIntentionTrial(item, intentions, row.Kind, row.Trial);
            var prompt = trial.Text[..((row.Examples * 6) + row.Letters + 1)];
            double[] truth = [0, .. trial.Intention.NextLetter(0, prompt[^1] - 1)];
            var (mixture, answer) = (SlowReader.Next(laboratory.Language, prompt), model.Next(prompt));
            Near.Equal(SlowReader.Kl(mixture, answer), row.ModelToMixture, nameof(row.ModelToMixture));
            Near.Equal(SlowReader.Kl(truth, answer), row.ModelToTruth, nameof(row.ModelToTruth));
            Near.Equal(SlowReader.Kl(truth, mixture), row.MixtureToTruth, nameof(row.MixtureToTruth));
            Near.Equal(SlowReader.Kl(truth, Counted(prompt)), row.LearnerToTruth, nameof(row.LearnerToTruth));
            Near.Equal(SlowReader.Posterior(laboratory.Language, prompt).Max(), row.TopMass, nameof(row.TopMass));
        }
    }

    [Fact]
    public void A_text_is_messages_of_one_new_intention_with_a_newline_before_each()
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Ambiguous, 0.02);
        var item = new NewIntentionSpec(laboratory.Training, laboratory.Spec, Trials: 20);
        var intentions = new NewIntentions(laboratory.Spec);
        foreach (var kind in Enum.GetValues<NewIntentionKind>())
        {
            var trials = Enumerable.Range(0, 20).Select(n => new NewIntentionTrial(item, intentions, kind, n)).ToList();
            Assert.All(trials, trial => Assert.Equal(110, trial.Text.Length));
            Assert.All(trials, trial => Assert.All(trial.Text.Index(), entry => Assert.Equal(entry.Index % 22 == 0, entry.Item == 0)));
            Assert.Equal(20, trials.Select(trial => string.Join(' ', trial.Text)).Distinct().Count());
        }
    }

    [Theory, InlineData(Reading.Ambiguous, 0), InlineData(Reading.Released, 0.2)]
    public void A_language_that_does_not_take_every_text_for_possible_has_no_rows(Reading reading, double noise)
    {
        using var laboratory = new Laboratory(Laboratory.Tiny(reading) with { Noise = noise }, block: 18);

        Assert.Empty(Measure(laboratory, new(laboratory.Training, laboratory.Spec, Trials: 10, MostExamples: 2)));
    }

    [Fact]
    public void A_block_too_short_for_the_text_is_named()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);

        var error = Assert.Throws<InputException>(
            () => Measure(laboratory, new(laboratory.Training, laboratory.Spec, Trials: 10, MostExamples: 3)));

        Assert.Equal("3 examples and a message take 24 symbols, the model's block has 18", error.What);
    }

    private static double[] Counted(int[] prompt)
    {
        var followers = prompt.Zip(prompt.Skip(1)).Where(pair => pair.First == prompt[^1] && pair.Second != 0).Select(pair => pair.Second).ToList();
        return [0, .. Enumerable.Range(1, 3).Select(t => (followers.Count(f => f == t) + 1.0) / (followers.Count + 3))];
    }

    private static List<NewIntentionRow> Measure(Laboratory laboratory, NewIntentionSpec item) =>
        laboratory.Rows<NewIntentionRow>(table => NewIntentionMeasurement.Measure(
            item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext()));
}
