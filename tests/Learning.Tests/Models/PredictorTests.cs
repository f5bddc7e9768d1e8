using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Models;

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
