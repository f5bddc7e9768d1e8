using Research.Learning.Inference;
using Research.Learning.Tests.Models;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Inference;

public class PredictorTests
{
    private static readonly GptSpec Spec = new(Layers: 2, Heads: 2, Width: 12, Block: 9, Vocabulary: 6);

    private static readonly int[][] Sequences =
        [.. Enumerable.Range(1, 9).Concat([3, 1, 9]).Select((length, i) => RandomModel.Tokens(Spec, length, i))];

    [Fact]
    public void Log_probabilities_are_those_of_an_independent_model()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model, rows: 30);
        var exact = ExactGpt.Of(model);
        var expected = Sequences.SelectMany(exact.LogProbabilities).ToArray();

        var table = predictor.Along(Sequences);

        Assert.Equal(expected.Length, table.Rows);
        for (var row = 0; row < table.Rows; row++)
        {
            for (var token = 0; token < Spec.Vocabulary; token++)
            {
                Assert.Equal(expected[row][token], table[row][token], 2e-5);
            }
        }
    }

    [Fact]
    public void Neither_padding_nor_company_nor_batch_size_changes_a_bit()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var small = new Predictor(model, rows: 1);
        using var large = new Predictor(model, rows: 1000);
        var together = large.AfterPrompts(Sequences);
        for (var i = 0; i < Sequences.Length; i++)
        {
            Assert.Equal(together[i], small.AfterPrompts([Sequences[i]])[0]);
        }
    }

    [Fact]
    public void What_follows_a_position_does_not_change_its_bits()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model);
        var window = RandomModel.Tokens(Spec, Spec.Block, 77);
        var along = predictor.Along([window]);
        var prefixes = predictor.AfterPrompts([.. Enumerable.Range(1, Spec.Block).Select(length => window[..length])]);
        for (var position = 0; position < Spec.Block; position++)
        {
            Assert.Equal(prefixes[position], along[position]);
        }
    }

    [Fact]
    public void Positions_come_back_in_the_order_asked_even_when_there_are_more_than_tokens()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model, rows: 9);
        var along = predictor.Along([Sequences[2], Sequences[8]]);
        int[][] asked = [[2, 0, 2], [.. Enumerable.Repeat(8, 25), 3]];

        var table = predictor.At([Sequences[2], Sequences[8]], asked);

        Assert.Equal(29, table.Rows);
        int[] rows = [2, 0, 2, .. Enumerable.Repeat(3 + 8, 25), 3 + 3];
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(along[rows[i]], table[i]);
        }
    }

    [Theory, MemberData(nameof(DeviceTests.Devices), MemberType = typeof(DeviceTests))]
    public void Common_beginnings_change_no_bit(InstructionSet set, int threads)
    {
        using var device = new CpuDevice(threads, set);
        var spec = Spec with { Block = 40 };
        using var model = RandomModel.Of(spec, device);
        using var predictor = new Predictor(model, rows: 90);
        var stem = RandomModel.Tokens(spec, 40, 3);
        int[][] family =
        [
            stem[..10], stem, stem[..25], [.. stem[..25], .. RandomModel.Tokens(spec, 9, 4)], stem[..10], [stem[0]],
            [.. stem[..10], (stem[10] + 1) % 6], RandomModel.Tokens(spec, 40, 5),
        ];
        var expected = TrainingForward.Along(model, family);

        var along = predictor.Along(family);
        var after = predictor.AfterPrompts(family);

        var row = 0;
        for (var i = 0; i < family.Length; i++)
        {
            Assert.Equal(expected[i][family[i].Length - 1], after[i]);
            for (var t = 0; t < family[i].Length; t++)
            {
                Assert.Equal(expected[i][t], along[row++]);
            }
        }
    }

    [Fact]
    public void A_beginning_is_computed_once()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        int[][] prompts = [[1, 2, 3], [1, 2], [1, 2, 3, 4], [1, 2, 4], [5], [1, 2]];
        var tree = new ContextTree(100);
        var order = new PromptOrder(prompts, Spec.Block);
        foreach (var prompt in PromptOrder.Of(prompts))
        {
            order.Put(prompt, tree);
        }

        Assert.Equal(6, tree.Count);
    }

    [Fact]
    public void The_score_of_a_continuation_is_read_from_the_distributions_along_it()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model);
        var along = predictor.Along([[1, 2, 3, 4, 5, 0, 1, 2, 3]]);

        var scores = predictor.Score([[1, 2, 3], [1, 2], [1]], [[4, 5, 0, 1, 2, 3, 4], [], [2]]);

        Assert.Equal([along[2][4], along[3][5], along[4][0], along[5][1], along[6][2], along[7][3], along[8][4]], scores[0]);
        Assert.Empty(scores[1]);
        Assert.Equal([along[0][2]], scores[2]);
        Assert.Throws<ArgumentException>(() => predictor.Score([[1]], [[6]]));
        Assert.Throws<ArgumentException>(() => predictor.Score([[1]], []));
        Assert.Throws<ArgumentException>(() => predictor.Score([[]], [[1, 2]]));
        Assert.Throws<ArgumentException>(() => predictor.Score([[1, 2, 3]], [[4, 5, 0, 1, 2, 3, 4, 5]]));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(3, 6)]
    [InlineData(3, -1)]
    public void A_prompt_the_model_cannot_take_is_refused(int length, int token)
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model);
        Assert.Throws<ArgumentException>(() => predictor.AfterPrompts([Enumerable.Repeat(token, length).ToArray()]));
    }

    [Fact]
    public void A_position_outside_of_its_sequence_is_refused()
    {
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var predictor = new Predictor(model);
        Assert.Throws<ArgumentException>(() => predictor.At([[1, 2]], [[2]]));
        Assert.Throws<ArgumentException>(() => predictor.At([[1, 2]], []));
    }
}
