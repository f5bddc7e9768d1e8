using Research.Learning.Inference;
using Research.Learning.Tests.Models;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Inference;

public class GeneratorTests
{
    private static readonly GptSpec Spec = new(Layers: 2, Heads: 2, Width: 12, Block: 14, Vocabulary: 6);

    private static readonly int[][] Prompts =
        [[1, 2, 3], [1, 2], [4], [1, 2, 3], RandomModel.Tokens(Spec, 14, 1), RandomModel.Tokens(Spec, 9, 2), [1, 2, 3, 0]];

    [Fact]
    public void Greedy_tokens_are_those_that_whole_passes_give_one_by_one()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model);
        using var generator = new Generator(model);

        var continuations = generator.Continue(Prompts, mostTokens: 5);

        for (var i = 0; i < Prompts.Length; i++)
        {
            var text = Prompts[i];
            var (tokens, logs) = (new List<int>(), new List<float>());
            while (tokens.Count < 5 && text.Length <= Spec.Block)
            {
                var distribution = predictor.AfterPrompts([text])[0].ToArray();
                tokens.Add(Array.IndexOf(distribution, distribution.Max()));
                logs.Add(distribution.Max());
                text = [.. text, tokens[^1]];
            }

            Assert.Equal(tokens, continuations[i].Tokens);
            Assert.Equal(logs, continuations[i].LogProbabilities);
        }
    }

    [Theory, MemberData(nameof(DeviceTests.Devices), MemberType = typeof(DeviceTests))]
    public void Neither_company_nor_batch_size_nor_device_changes_a_continuation(InstructionSet set, int threads)
    {
        using var reference = new ReferenceDevice();
        using var exact = RandomModel.Of(Spec, reference);
        using var alone = new Generator(exact, slots: 1);
        using var device = new CpuDevice(threads, set);
        using var model = RandomModel.Of(Spec, device);
        var sampling = new Sampling(7, "test", Temperature: 1.5);
        using var small = new Generator(model, slots: 30);
        using var large = new Generator(model);
        var first = large.Continue(Prompts, 9, stopToken: 0, sampling);
        var second = small.Continue(Prompts, 9, stopToken: 0, sampling);
        for (var i = 0; i < Prompts.Length; i++)
        {
            var expected = alone.Continue([Prompts[i]], 9, stopToken: 0, sampling with { FirstPrompt = i })[0];
            AssertSame(expected, first[i]);
            AssertSame(expected, second[i]);
        }
    }

    [Fact]
    public void The_log_probabilities_are_those_of_the_continuation_scored()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var generator = new Generator(model);
        using var predictor = new Predictor(model);
        var continuations = generator.Continue(Prompts, 6, sampling: new Sampling(1, "test", Temperature: 0.5));

        var scores = predictor.Score(Prompts, [.. continuations.Select(continuation => continuation.Tokens.ToArray())]);

        for (var i = 0; i < Prompts.Length; i++)
        {
            Assert.Equal(scores[i], continuations[i].LogProbabilities);
        }
    }

    [Fact]
    public void A_continuation_ends_at_the_stop_token_at_the_length_or_where_the_context_is_full()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var generator = new Generator(model);
        var free = generator.Continue([[1, 2, 3]], 100)[0];
        Assert.Equal(ContinuationEnd.ContextFull, free.End);
        Assert.Equal(Spec.Block - 3 + 1, free.Tokens.Count);

        var full = generator.Continue([RandomModel.Tokens(Spec, Spec.Block, 1)], 2)[0];
        Assert.Equal((1, ContinuationEnd.ContextFull), (full.Tokens.Count, full.End));

        var limited = generator.Continue([[1, 2, 3]], 4)[0];
        Assert.Equal(ContinuationEnd.Length, limited.End);
        Assert.Equal(free.Tokens.Take(4), limited.Tokens);

        var stopped = generator.Continue([[1, 2, 3]], 100, stopToken: free.Tokens[2])[0];
        Assert.Equal(ContinuationEnd.StopToken, stopped.End);
        Assert.Equal(free.Tokens.Take(free.Tokens.ToList().IndexOf(free.Tokens[2]) + 1), stopped.Tokens);
    }

    [Fact]
    public void Many_samples_after_one_prompt_differ_and_follow_the_distribution()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec with { Layers = 1 }, device);
        using var generator = new Generator(model);
        using var predictor = new Predictor(model);
        var distribution = predictor.AfterPrompts([[1, 2]])[0].ToArray();
        const int Samples = 20_000;

        var continuations = generator.Continue([.. Enumerable.Repeat<int[]>([1, 2], Samples)], 1, sampling: new Sampling(3, "test"));

        for (var token = 0; token < Spec.Vocabulary; token++)
        {
            var p = Elementary.Exp(distribution[token]);
            var share = continuations.Count(continuation => continuation.Tokens[0] == token) / (double)Samples;
            Assert.InRange(share, p - (5 * Math.Sqrt(p * (1 - p) / Samples)), p + (5 * Math.Sqrt(p * (1 - p) / Samples)));
        }
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var generator = new Generator(model);
        Assert.Throws<ArgumentException>(() => generator.Continue([[]], 1));
        Assert.Throws<ArgumentException>(() => generator.Continue([[6]], 1));
        Assert.Throws<ArgumentException>(() => generator.Continue([new int[Spec.Block + 1]], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.Continue([[1]], 0));
        Assert.Throws<ArgumentException>(() => generator.Continue([[1]], 1, sampling: new Sampling(1, "test", Temperature: 0)));
        Assert.Throws<ArgumentException>(() => generator.Continue([[1]], 1, sampling: new Sampling(1, "test", double.NaN)));
        Assert.Empty(generator.Continue([], 1));
    }

    private static void AssertSame(Continuation expected, Continuation actual)
    {
        Assert.Equal(expected.Tokens, actual.Tokens);
        Assert.Equal(expected.LogProbabilities, actual.LogProbabilities);
        Assert.Equal(expected.End, actual.End);
    }
}
