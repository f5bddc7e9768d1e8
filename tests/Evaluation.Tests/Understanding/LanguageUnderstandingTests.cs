using Research.Evaluation.Tests.Slow;
using Research.Evaluation.Understanding;
using Research.Jobs;
using Research.Languages;
using Research.Languages.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded;
using Research.Languages.Tests.DoublyEmbedded.Oracles;

namespace Research.Evaluation.Tests.Understanding;

public sealed class LanguageUnderstandingTests
{
    [Theory, InlineData(Reading.Released), InlineData(Reading.Ambiguous), InlineData(Reading.UniformStart)]
    public void Every_row_equals_a_slow_computation_by_definition(Reading reading)
    {
        using var laboratory = Laboratory.OfTiny(reading);
        using var model = new SlowModel(laboratory);
        var item = new UnderstandingSpec(laboratory.Training, laboratory.Spec, Prompts: 8, MostTransitions: 3);
        var prompts = Enum.GetValues<PromptProtocol>()
            .SelectMany(protocol => Enumerable.Range(1, 3)
                .SelectMany(length => UnderstandingPrompt.Draw(item, laboratory.Language, protocol, length)))
            .ToList();

        var rows = Measure(laboratory, item);

        Assert.Equal(48, rows.Count);
        foreach (var (row, prompt) in rows.Zip(prompts)) AssertRow(row, prompt, laboratory, model);
    }

    [Theory, InlineData(PromptProtocol.Bare, 0), InlineData(PromptProtocol.Newline, 1)]
    public void Prompts_are_first_letters_of_messages_as_often_as_the_language_has_them(
        PromptProtocol protocol, int lead)
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);
        var language = laboratory.Language;
        const int Prompts = 20_000;

        var drawn = UnderstandingPrompt.Draw(new(laboratory.Training, laboratory.Spec, Prompts), language, protocol, 1);

        Assert.All(drawn, prompt => Assert.Equal(lead + 2, prompt.Tokens.Length));
        if (lead == 1) Assert.All(drawn, prompt => Assert.Equal(Alphabet.Newline, prompt.Tokens[0]));
        var counts = drawn
            .CountBy(prompt => (prompt.Intention, prompt.Tokens[lead], prompt.Tokens[lead + 1]))
            .ToDictionary();
        foreach (var ((intention, first, second), count) in counts)
        {
            var share = BruteForce.Likelihood(language, intention, [first, second]) / 3;
            Published.AssertShare(share, count, Prompts, 0);
        }

        Assert.Equal(27, counts.Count);
    }

    /// <summary>400,000 prompts per length, standard error of a mean up to 0.0001.</summary>
    [Theory]
    [InlineData(0, new[] { .0510, .0537, .0568, .0602, .0641, .0685 }, .0590)]
    [InlineData(.02, new[] { .0792, .0837, .0900, .0891, .0884, .0881 }, .0864)]
    public void A_perfect_models_KL_is_the_reference_figure_without_newline_and_0_with_it(
        double noise, double[] byLength, double mean)
    {
        using var laboratory = Laboratory.OfAuthors(Reading.Released, noise);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Prompts: 1000));

        var bare = rows.FindAll(row => row.Protocol == PromptProtocol.Bare);
        for (var length = 1; length <= 6; length++)
        {
            var ofLength = bare.FindAll(row => row.Length == length);
            Published.AssertMean(byLength[length - 1], [.. ofLength.Select(row => row.OracleKl)], .0001);
        }

        Published.AssertMean(mean, [.. bare.Select(row => row.OracleKl)], .0001);
        var known = rows.FindAll(row => row.Protocol == PromptProtocol.Newline);
        Assert.All(known, row => Assert.Equal(0, row.OracleKl, 1e-12));
        Assert.All(known, row => Assert.Equal(0, row.Epsilon));
    }

    [Theory]
    [InlineData(Reading.Released, .02), InlineData(Reading.Ambiguous, .04), InlineData(Reading.UniformStart, .04)]
    public void The_exact_gap_never_exceeds_epsilon(Reading reading, double noise)
    {
        using var laboratory = Laboratory.OfAuthors(reading, noise);

        var rows = Measure(laboratory, new(laboratory.Training, laboratory.Spec, Prompts: 300));

        Assert.All(rows, row => Assert.True(row.OracleGap <= row.Epsilon + 1e-12, $"{row}"));
        Assert.All(rows, row => Assert.True(row.ModelGap <= row.OracleGap + row.Approximation + 1e-12, $"{row}"));
        if (reading != Reading.Released) Assert.Contains(rows, row => row.OracleGap > .05);
    }

    [Fact]
    public void A_block_too_short_for_the_prompts_is_named()
    {
        using var laboratory = new Laboratory(Laboratory.Tiny(Reading.Ambiguous), block: 4);

        var error = Assert.Throws<InputException>(
            () => Measure(laboratory, new(laboratory.Training, laboratory.Spec, Prompts: 2, MostTransitions: 3)));

        Assert.Equal("3 transitions after a newline take 5 symbols, the model's block has 4", error.What);
    }

    [Fact]
    public void Prompts_as_long_as_a_message_are_refused()
    {
        using var laboratory = Laboratory.OfTiny(Reading.Ambiguous);

        var error = Assert.Throws<InputException>(
            () => Measure(laboratory, new(laboratory.Training, laboratory.Spec, Prompts: 2, MostTransitions: 4)));

        Assert.Equal("prompts of 4 transitions leave no letter to ask for, a message has 4", error.What);
    }

    private static void AssertRow(
        UnderstandingRow row, UnderstandingPrompt prompt, Laboratory laboratory, SlowModel model)
    {
        var (language, tokens, intention) = (laboratory.Language, prompt.Tokens, prompt.Intention);
        var (exact, known) = (SlowReader.Next(language, tokens), SlowReader.NextGiven(language, tokens, intention));
        var answer = model.Next(tokens);
        double[] truth = [0, .. language.NextLetter(intention, tokens[^1] - 1)];
        Assert.Equal(
            (laboratory.Spec.ToString(), laboratory.Spec.Reading, 0.2, laboratory.Training.Model.ToString(), 5),
            (row.Language, row.Reading, row.Noise, row.Model, row.Seed));
        Assert.Equal(
            (prompt.Protocol, prompt.Transitions, prompt.Index), (row.Protocol, row.Length, row.Prompt));
        Near.Equal(1 - SlowReader.Posterior(language, tokens)[intention], row.Epsilon, nameof(row.Epsilon));
        Near.Equal(SlowReader.LargestGap(exact, known), row.OracleGap, nameof(row.OracleGap));
        Near.Equal(SlowReader.LargestGap(answer, known), row.ModelGap, nameof(row.ModelGap));
        Near.Equal(SlowReader.LargestGap(answer, exact), row.Approximation, nameof(row.Approximation));
        Near.Equal(SlowReader.Kl(truth, exact), row.OracleKl, nameof(row.OracleKl));
        Near.Equal(SlowReader.Kl(truth, answer), row.ModelKl, nameof(row.ModelKl));
    }

    private static List<UnderstandingRow> Measure(Laboratory laboratory, UnderstandingSpec item) =>
        laboratory.Rows<UnderstandingRow>(table => LanguageUnderstanding.Measure(
            item, laboratory.Checkpoint, laboratory.Corpus, table, new JobContext()));
}
