using Research.Evaluation.InContext;
using Research.Evaluation.SparsityViolation;
using Research.Evaluation.Tests.Slow;
using Research.Evaluation.Understanding;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;

namespace Research.Evaluation.Tests.SparsityViolation;

public sealed class SparsityViolationMeasurementTests
{
    [Theory, InlineData(0.5), InlineData(0.9)]
    public void Every_row_equals_a_slow_computation_by_definition(double overlap)
    {
        using var laboratory = Overlapping(overlap);
        using var model = new SlowModel(laboratory);
        var item = Item(laboratory);

        var rows = Measure(laboratory, item);

        Assert.Equal((2 * 20) + (7 * 20), rows.Count);
        Assert.All(rows, row => Assert.Equal((overlap, 5), (row.Overlap, row.Seed)));
        foreach (var row in rows) AssertRow(row, item, laboratory, model);
    }

    [Fact]
    public void With_identical_intentions_everyone_is_as_good_as_one_who_knows()
    {
        using var laboratory = Overlapping(1);

        var rows = Measure(laboratory, Item(laboratory));

        Assert.All(rows, row => Assert.Equal(0, row.ExactKl, 1e-12));
        Assert.All(rows, row => Assert.Equal(0, row.UninformedKl ?? 0, 1e-12));
        Assert.All(rows.Where(row => row.Task == ViolationTask.Understanding), row => Assert.Equal(2 / 3.0, row.Epsilon, 1e-12));
    }

    [Fact]
    public void Continuations_average_to_the_exact_prediction_from_the_first_message_alone()
    {
        var language = Language.Of(Spec(0.5) with { Intentions = 4 });
        using var laboratory = Overlapping(0.5);
        var item = Item(laboratory) with { MostExamples = 5, Continuations = 3000 };
        var oracle = new StepOracle(item, language);
        var trial = new StepTrial(item, language, new MessageSampler(language), 0);
        var forward = oracle.Forward(trial);
        var filter = new BayesFilter(language);
        var next = new double[language.Alphabet.Tokens];
        foreach (var messages in new[] { 2, 4 })
        {
            var (average, weights, expected) = (new double[next.Length], 0.0, new double[next.Length]);
            foreach (var (weight, prompt) in StepOracle.Unseen(trial, messages, forward))
            {
                Assert.Equal(trial.Prompt(1), prompt[..6]);
                Assert.Equal(1 + (messages * 5), prompt.Length);
                filter.Predict(prompt, next);
                for (var y = 0; y < next.Length; y++) average[y] += weight * next[y];
                weights += weight;
            }

            FirstLetter.Predict(language, forward[messages - 1], expected);
            Assert.Equal(1, weights, 1e-12);
            for (var y = 0; y < next.Length; y++) Assert.Equal(expected[y], average[y], 0.004);
        }
    }

    [Fact]
    public void The_intentions_of_a_trial_go_on_along_the_circle()
    {
        var language = Language.Of(Spec(0));
        using var laboratory = Overlapping(0.5);
        var item = Item(laboratory) with { MostExamples = 5 };
        var sampler = new MessageSampler(language);
        var trials = Enumerable.Range(0, 40).Select(n => new StepTrial(item, language, sampler, n)).ToList();

        Assert.All(trials, trial =>
        {
            for (var k = 0; k < trial.MostMessages; k++)
            {
                // Without overlap and noise every letter is the intention's only one.
                Assert.Equal([0, .. Enumerable.Repeat(trial.Intention(k) + 1, 4), 0], trial.Prompt(k + 1)[^6..]);
                if (k > 0) Assert.Contains((trial.Intention(k) - trial.Intention(k - 1) + 3) % 3, new[] { 0, 1 });
            }
        });
        Assert.Equal(3, trials.Select(trial => trial.Intention(0)).Distinct().Count());
    }

    [Fact]
    public void Prompts_that_do_not_fit_are_named()
    {
        using var laboratory = Overlapping(0.5);

        var examples = Assert.Throws<InputException>(() => Measure(laboratory, Item(laboratory) with { MostExamples = 4 }));
        var letters = Assert.Throws<InputException>(() => Measure(laboratory, Item(laboratory) with { MostTransitions = 3 }));

        Assert.Equal("the prompts take 20 symbols, the model's block has 18", examples.What);
        Assert.Equal("prompts of 3 transitions leave no letter to ask for, a message has 3", letters.What);
    }

    private static LanguageSpec Spec(double overlap) => new(
        Reading.Released, Noise: 0, Intentions: 3, LettersPerIntention: 1, Transitions: 3, Messages: 60, Overlap: overlap);

    private static Laboratory Overlapping(double overlap) => new(Spec(overlap), block: 18, steps: 6);

    private static SparsityViolationSpec Item(Laboratory laboratory) => new(
        laboratory.Training, laboratory.Spec, Prompts: 20, Trials: 20, MostExamples: 3, Continuations: 2, MostTransitions: 2);

    private static List<SparsityViolationRow> Measure(Laboratory laboratory, SparsityViolationSpec item) =>
        laboratory.Rows<SparsityViolationRow>(table => SparsityViolationMeasurement.Measure(
            item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext()));

    private static void AssertRow(SparsityViolationRow row, SparsityViolationSpec item, Laboratory laboratory, SlowModel model)
    {
        var language = laboratory.Language;
        var (intention, prompt) = Question(row, item, language);
        if (row.Task == ViolationTask.Understanding)
        {
            double[] letters = [0, .. language.NextLetter(intention, prompt[^1] - 1)];
            Near.Equal(SlowReader.Kl(letters, SlowReader.Next(language, prompt)), row.ExactKl, "exact, understanding");
            Near.Equal(SlowReader.Kl(letters, model.Next(prompt)), row.ModelKl, "model, understanding");
            Near.Equal(1 - SlowReader.Posterior(language, prompt)[intention], row.Epsilon, "epsilon, understanding");
            return;
        }

        var truth = SlowReader.FirstLetter(language, OneHot(intention));
        var posterior = SlowReader.Posterior(language, prompt);
        for (var step = 1; row.Task == ViolationTask.Direct && step < row.Count; step++) posterior = Moved(language, posterior);
        Near.Equal(SlowReader.Kl(truth, SlowReader.FirstLetter(language, posterior)), row.ExactKl, $"exact, {row.Task}");
        Near.Equal(SlowReader.Kl(truth, SlowReader.FirstLetter(language, [1 / 3.0, 1 / 3.0, 1 / 3.0])), row.UninformedKl!.Value, "uninformed");
        Near.Equal(SlowReader.Kl(truth, Answer(row, item, language, prompt, model)), row.ModelKl, $"model, {row.Task}");
        if (row.Task != ViolationTask.Examples)
        {
            Near.Equal(1 - posterior[intention], row.Epsilon, $"epsilon, {row.Task}");
            return;
        }

        var shared = SlowReader.Posterior(language, prompt.Chunk(5).Select(message => message[..4]).ToList());
        Near.Equal(1 - shared[intention], row.Epsilon, "epsilon, examples");
        Near.Equal(SlowReader.Kl(truth, SlowReader.FirstLetter(language, shared)), row.ToldKl!.Value, "told");
    }

    /// <summary>The intention that counts, and what an exact reader has seen.</summary>
    private static (int Intention, int[] Prompt) Question(SparsityViolationRow row, SparsityViolationSpec item, Language language)
    {
        switch (row.Task)
        {
            case ViolationTask.Understanding:
                var spec = new UnderstandingSpec(item.Training, item.Language, item.Prompts, item.MostTransitions);
                var prompt = UnderstandingPrompt.Draw(spec, language, PromptProtocol.Newline, row.Count)[row.Trial];
                return (prompt.Intention, prompt.Tokens);
            case ViolationTask.Examples:
                var examples = new InContextTrial(new(item.Training, item.Language, item.Trials, item.MostExamples), language, row.Trial);
                return (examples.Intention, examples.Prompt(row.Count));
            default:
                var steps = new StepTrial(item, language, new MessageSampler(language), row.Trial);
                return (steps.Intention(row.Count - 1), steps.Prompt(row.Task == ViolationTask.Direct ? 1 : row.Count));
        }
    }

    private static double[] Answer(
        SparsityViolationRow row, SparsityViolationSpec item, Language language, int[] prompt, SlowModel model)
    {
        if (row.Task != ViolationTask.Direct) return model.Next(prompt);
        var steps = new StepTrial(item, language, new MessageSampler(language), row.Trial);
        var prompts = StepOracle.Unseen(steps, row.Count, new StepOracle(item, language).Forward(steps)).ToList();
        var mixture = new double[language.Alphabet.Tokens];
        foreach (var (weight, continued) in prompts)
            foreach (var (p, y) in model.Next(continued).Select((p, y) => (p, y))) mixture[y] += weight * p;
        return mixture;
    }

    private static double[] Moved(Language language, double[] intentions) =>
    [
        .. Enumerable.Range(0, intentions.Length)
            .Select(j => Enumerable.Range(0, intentions.Length).Sum(i => intentions[i] * language.NextIntention(i)[j])),
    ];

    private static double[] OneHot(int intention) => [.. Enumerable.Range(0, 3).Select(i => i == intention ? 1.0 : 0)];
}
