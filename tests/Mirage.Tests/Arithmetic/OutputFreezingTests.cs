using Research.Jobs;
using Research.Learning.Inference;
using Research.Mirage.Arithmetic;
using Research.Numerics;

namespace Research.Mirage.Tests.Arithmetic;

public sealed class OutputFreezingTests
{
    [Fact]
    public void Every_output_is_what_the_model_says_when_asked_token_by_token()
    {
        using var laboratory = new ArithmeticLaboratory(8);
        var (item, checkpoint) = laboratory.Trained[0];
        var items = TestItem.All(item.Language, item.Items);

        var rows = laboratory.Freeze();

        Assert.Equal(3 * items.Count, rows.Count);
        foreach (var (moment, snapshot) in rows.Chunk(items.Count).Zip(new int?[] { 0, 3, null }))
        {
            using var model = TrainedModel.Load(item.Training, checkpoint, ProblemText.Characters, new JobContext(), snapshot);
            var loss = Loss(model, laboratory);
            foreach (var (row, asked) in moment.Zip(items))
            {
                Assert.Equal(
                    ("w8", 5, snapshot ?? 6, (snapshot ?? 6) * 4L * 48, snapshot is null, asked.Task, asked.Length, asked.Number, asked.Target, asked.Correct),
                    (row.Model, row.Seed, row.Step, row.Tokens, row.IsFinal, row.Task, row.Length, row.Item, row.Target, row.Correct));
                Assert.Equal(asked.Prompt, row.Prompt.Replace(';', '\n'));
                // 14 tokens and 48 positions of width 8, a block of 12 * 64 weights and two gains, and the last gain.
                Assert.Equal(((14 + 48) * 8) + (12 * 64) + 16 + 8, row.Parameters);
                Assert.Equal(loss, row.Loss, 5);
                Assert.Equal(Greedy(model, asked.Prompt), row.Greedy + (row.Ended ? "\n" : ""));
                Assert.Equal(asked.Choices, row.ReadChoices());
                Near(Logs(model, asked.Prompt, asked.Target), row.ReadTargetLogs());
                Near([.. asked.Choices.Select(choice => Logs(model, asked.Prompt, choice).Sum())], row.ReadChoiceLogs());
                var samples = row.ReadSamples();
                Assert.Equal(snapshot is null ? 2 : 0, samples.Length);
                Assert.All(samples, sample => Assert.Equal(sample.Length == 7, sample.EndsWith('~')));
            }
        }
    }

    [Fact]
    public void One_thread_and_three_freeze_the_same_outputs()
    {
        using var laboratory = new ArithmeticLaboratory(8);

        Assert.Equal(laboratory.Freeze(job: new JobContext { Threads = 1 }), laboratory.Freeze(job: new JobContext { Threads = 3 }));
    }

    [Fact]
    public void Prompts_longer_than_the_models_block_are_refused()
    {
        using var laboratory = new ArithmeticLaboratory(8);
        var item = laboratory.Trained[0].Item with { Language = ArithmeticLaboratory.Spec with { Run = 4 } };

        Assert.Equal("4 problems take up to 64 characters, the model's block has 48", Assert.Throws<InputException>(item.Validate).What);
    }

    private static string Greedy(TrainedModel model, string prompt)
    {
        var answer = "";
        while (answer.Length < 6 && !answer.EndsWith('\n'))
        {
            var next = model.NextTokens([ProblemText.Encode(prompt + answer)], default)[0];
            answer += ProblemText.Characters[Array.IndexOf(next, next.Max())];
        }

        return answer;
    }

    private static double[] Logs(TrainedModel model, string prompt, string answer) =>
        [.. Enumerable.Range(0, answer.Length + 1).Select(length => Math.Log(
            model.NextTokens([ProblemText.Encode(prompt + answer[..length])], default)[0][ProblemText.Characters.IndexOf((answer + "\n")[length], StringComparison.Ordinal)]))];

    private static double Loss(TrainedModel model, ArithmeticLaboratory laboratory)
    {
        var held = laboratory.Text.Validation;
        var (philox, losses) = (new Philox(ArithmeticLaboratory.Spec.Seed, "arithmetic/windows"), new List<double>());
        for (var window = 0; window < 4; window++)
        {
            var start = philox.Below(held.Length - 48, window);
            for (var length = 1; length <= 48; length++)
            {
                int[] before = [.. Enumerable.Range(start, length).Select(place => held[place])];
                losses.Add(-Math.Log(model.NextTokens([before], default)[0][held[start + length]]));
            }
        }

        return losses.Average();
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (e, a) in expected.Zip(actual)) Assert.Equal(e, a, 4);
    }
}
