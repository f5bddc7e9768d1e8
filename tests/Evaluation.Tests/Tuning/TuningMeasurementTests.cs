using Research.Evaluation.Tests.Slow;
using Research.Evaluation.Tuning;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Languages.Tuning;

namespace Research.Evaluation.Tests.Tuning;

public sealed class TuningMeasurementTests
{
    [Fact]
    public void Every_row_equals_a_slow_computation_by_definition()
    {
        using var laboratory = new TuningLaboratory();
        var language = laboratory.Laboratory.Language;

        var rows = laboratory.Measure();

        Assert.Equal(
            from step in new[] { 0, 2, 5 } from earlier in new[] { 0, 1 } from theta in Enumerable.Range(0, 4) from n in Enumerable.Range(0, 3)
            select (step, earlier, theta, n),
            rows.Select(row => (row.Step, row.Earlier, row.Intention, row.Prompt)));
        foreach (var step in rows.GroupBy(row => row.Step))
        {
            using var model = new SlowModel(laboratory.Tuned, laboratory.Laboratory.Training, language.Alphabet, step.Key == 5 ? null : step.Key);
            foreach (var row in step)
            {
                var tokens = new TuningPrompt(laboratory.Item, language, row.Intention, row.Earlier, row.Prompt).Tokens;
                var next = model.Next(tokens);
                double[] mass = [next[1] + next[2], next[3] + next[4], next[5] + next[6], next[7] + next[8], next[0]];
                // 0 is answered by 2, 2 is followed by 0; 1 and 3 are held out and answer each other.
                double[] target = [.. Enumerable.Range(0, 5).Select(i => i == (row.Intention + 2) % 4 ? 1.0 : 0)];
                double[] stay = [.. Enumerable.Range(0, 5).Select(i => i == row.Intention || i == (row.Intention + 1) % 4 ? .5 : 0)];
                var within = Enumerable.Range(tokens.Length - 6, 4).Average(place => SlowReader.Kl(
                    [0, .. language.NextLetter(row.Intention, tokens[place] - 1)], model.Next(tokens[..(place + 1)])));
                Assert.Equal(("LoRA rank 2 rate 0.03", 5), (row.Method, row.Seed));
                Assert.Equal(new[] { TuningRole.Prompt, TuningRole.HeldOut, TuningRole.Answer, TuningRole.HeldOut }[row.Intention], row.Role);
                Near.Equal(mass[(row.Intention + 2) % 4], row.Answer, nameof(row.Answer));
                Near.Equal(SlowReader.Kl(target, mass), row.TargetKl, nameof(row.TargetKl));
                Near.Equal(target.Zip(mass, (p, q) => Math.Abs(p - q)).Sum() / 2, row.TargetDistance, nameof(row.TargetDistance));
                Near.Equal(SlowReader.Kl(stay, mass), row.BaseKl, nameof(row.BaseKl));
                Near.Equal(stay.Zip(mass, (p, q) => Math.Abs(p - q)).Sum() / 2, row.BaseDistance, nameof(row.BaseDistance));
                Near.Equal(within, row.WithinKl, nameof(row.WithinKl));
            }
        }
    }

    [Fact]
    public void The_exact_predictors_of_both_texts_score_zero_where_they_should()
    {
        var spec = new LanguageSpec(Reading.Released, 0.02);
        var language = Language.Of(spec);
        using var laboratory = new TuningLaboratory();
        var item = laboratory.Item with { Language = spec };
        var oracle = new TuningOracle(language);
        var (first, tuned) = (new BayesFilter(language), new BayesFilter(TuningLanguage.Of(new TuningTextSpec(spec, 2))));

        foreach (var prompt in from theta in Enumerable.Range(0, 6) from earlier in new[] { 0, 1 } select new TuningPrompt(item, language, theta, earlier, 7))
        {
            var row = Row(prompt, first);
            Assert.Equal(0, row.WithinKl, 1e-9);
            Assert.Equal(0, row.BaseKl, 1e-9);
            Assert.Equal(0, row.BaseDistance, 1e-9);
            Assert.Equal(0, row.Answer, 1e-9);
            if (prompt.Earlier > 0 || row.Role == TuningRole.HeldOut) continue;
            row = Row(prompt, tuned);
            Assert.Equal(0, row.WithinKl, 1e-9);
            Assert.Equal(0, row.TargetKl, 1e-9);
            Assert.Equal(0, row.TargetDistance, 1e-9);
            Assert.Equal(row.Role == TuningRole.Prompt ? 1 : .5, row.Answer, 1e-9);
        }

        TuningRow Row(TuningPrompt prompt, BayesFilter reader) => oracle.Row(item, 0, prompt, Array.ConvertAll(oracle.Places(prompt), place =>
        {
            var next = new double[19];
            reader.Predict(prompt.Tokens.AsSpan(0, place + 1), next);
            return next;
        }));
    }

    [Fact]
    public void Earlier_messages_are_those_that_the_chain_puts_before()
    {
        using var laboratory = new TuningLaboratory();
        var language = laboratory.Laboratory.Language;
        int[] before = [.. Enumerable.Range(0, 400)
            .Select(n => new TuningPrompt(laboratory.Item, language, 2, 1, n))
            .Select(prompt => (prompt.Tokens[1] - 1) / 2)];

        Assert.All(before, theta => Assert.True(theta is 1 or 2));
        Assert.InRange(before.Count(theta => theta == 1), 160, 240);
        var alone = new TuningPrompt(laboratory.Item, language, 2, 0, 0).Tokens;
        Assert.Equal((7, 0, 0), (alone.Length, alone[0], alone[^1]));
        Assert.Equal(2, (alone[1] - 1) / 2);
    }

    [Fact]
    public void Prompts_do_not_depend_on_the_way_of_tuning()
    {
        using var laboratory = new TuningLaboratory();
        var other = laboratory.Item with { Tuning = laboratory.Item.Tuning with { Adapter = null, Seed = 77 } };
        var language = laboratory.Laboratory.Language;

        Assert.Equal(new TuningPrompt(laboratory.Item, language, 1, 1, 4).Tokens, new TuningPrompt(other, language, 1, 1, 4).Tokens);
        Assert.NotEqual(new TuningPrompt(laboratory.Item, language, 1, 1, 4).Tokens, new TuningPrompt(laboratory.Item, language, 1, 1, 5).Tokens);
    }

    [Fact]
    public void What_cannot_be_measured_is_named()
    {
        Refused(block: 12, Reading.Released, [0], "2 messages and a newline take 13 symbols, the model's block has 12");
        Refused(block: 16, Reading.Ambiguous, [0], "the language's reading is Ambiguous");
        Refused(block: 16, Reading.Released, [2], "does not keep the weights of step 0");

        static void Refused(int block, Reading reading, int[] snapshots, string what)
        {
            using var laboratory = new TuningLaboratory(block, reading, snapshots);
            Assert.Contains(what, Assert.Throws<InputException>(laboratory.Measure).What);
        }
    }
}
