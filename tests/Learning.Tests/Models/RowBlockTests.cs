using Research.Learning.Models;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Models;

/// <summary>How a batch is cut into blocks changes memory and speed, never a bit.</summary>
public class RowBlockTests
{
    [Theory]
    [InlineData(5, 128, 2)]
    [InlineData(5, 128, 4)]
    [InlineData(10, 96, 8)]
    [InlineData(3, 256, 1)]
    [InlineData(2, 512, 1)]
    [InlineData(70, 20, 64)]
    [InlineData(300, 7, 256)]
    public void Blocks_have_the_bits_of_the_whole_batch(int batch, int time, int block)
    {
        var spec = new GptSpec(Layers: 2, Heads: 2, Width: 8, Block: time, Vocabulary: 5);
        using var device = new CpuDevice(threads: 2, allowEmulatedFma: true);
        using var model = RandomModel.Of(spec, device);
        var (tokens, next) = (RandomModel.Tokens(spec, batch * time, 1), RandomModel.Tokens(spec, batch * time, 2));
        Assert.Equal(Compute(batch), Compute(block));

        (float[] Gradients, float[] Losses) Read(LossGradient gradient)
        {
            var (values, losses) = (new float[model.Layout.ParameterCount], new float[batch * time]);
            gradient.Compute(tokens, tokens, losses);
            gradient.Compute(tokens, next, losses);
            gradient.Gradients.Read(values);
            return (values, losses);
        }

        int[] Compute(int sequences)
        {
            using var gradient = new LossGradient(model, batch, time, sequences);
            var (gradients, losses) = Read(gradient);
            return [.. gradients.Concat(losses).Select(BitConverter.SingleToInt32Bits)];
        }
    }

    [Theory]
    [InlineData(1, 128)]
    [InlineData(12, 128)]
    [InlineData(32, 128)]
    [InlineData(8, 256)]
    [InlineData(30, 100)]
    [InlineData(1000, 7)]
    [InlineData(17, 300)]
    public void A_block_is_whole_chunks_of_rows_or_the_whole_batch(int batch, int time)
    {
        foreach (var width in new[] { 16, 128, 768 })
        {
            var spec = new GptSpec(Layers: 3, Heads: 4, Width: width, Block: time, Vocabulary: 19);
            foreach (var near in new[] { 1 << 10, 1 << 22, 1 << 25, long.MaxValue })
            {
                var block = RowBlocks.Sequences(spec, batch, time, near);
                Assert.InRange(block, 1, batch);
                Assert.True(block == batch || block * time % 256 == 0, $"{block} sequences of {time}");
                Assert.True(
                    block == batch || block * time * Activations.LengthPerRow(spec, time) <= near, $"{block} sequences are too many");
            }
        }
    }

    [Fact]
    public void Blocks_are_of_about_one_size()
    {
        var spec = new GptSpec(Layers: 3, Heads: 4, Width: 128, Block: 128, Vocabulary: 19);
        var near = 15 * 128 * Activations.LengthPerRow(spec, 128);
        Assert.Equal(12, RowBlocks.Sequences(spec, 32, 128, near));
        Assert.Equal(14, RowBlocks.Sequences(spec, 28, 128, near));
        Assert.Equal(14, RowBlocks.Sequences(spec, 14, 128, near));
    }

    [Fact]
    public void A_block_that_would_cut_a_chunk_is_refused()
    {
        var spec = new GptSpec(Layers: 1, Heads: 1, Width: 8, Block: 128, Vocabulary: 5);
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(spec, device);
        Assert.Throws<ArgumentException>(() => new LossGradient(model, 8, 128, 3));
    }
}
