using Research.Learning.Models;
using Research.Numerics;

namespace Research.Learning.Tests.Models;

public class InitializationTests
{
    private static readonly GptLayout Layout = new(new GptSpec(Layers: 2, Heads: 2, Width: 64, Block: 32, Vocabulary: 40));

    [Fact]
    public void Weights_are_normal_with_the_deviations_of_GPT_2_and_gains_are_one()
    {
        var weights = Initialization.Draw(Layout, seed: 5);
        foreach (var tensor in Layout.Tensors)
        {
            var values = weights.AsSpan(tensor.Offset, tensor.Length).ToArray();
            if (tensor.Shape.Count == 1)
            {
                Assert.All(values, value => Assert.Equal(1f, value));
                continue;
            }

            var expected = tensor.Name.EndsWith("c_proj.weight", StringComparison.Ordinal) ? 0.02 / Math.Sqrt(2 * 2) : 0.02;
            var deviation = Math.Sqrt(values.Average(value => (double)value * value));
            var tolerance = 5 / Math.Sqrt(2.0 * values.Length);
            Assert.Equal(1, deviation / expected, tolerance);
            Assert.Equal(0, values.Average() / expected, 5 / Math.Sqrt(values.Length));
        }
    }

    [Fact]
    public void Element_e_of_tensor_t_is_draw_e_of_tensor_t()
    {
        var weights = Initialization.Draw(Layout, seed: 5);
        var philox = new Philox(5, "initialization");
        for (var t = 0; t < Layout.Tensors.Count; t++)
        {
            var tensor = Layout.Tensors[t];
            if (tensor.Shape.Count == 2)
            {
                Assert.Equal((float)(tensor.Initial * philox.Normal(77, tensor: (uint)t)), weights[tensor.Offset + 77]);
            }
        }
    }

    [Fact]
    public void Another_seed_gives_other_weights()
    {
        Assert.NotEqual(Initialization.Draw(Layout, seed: 5), Initialization.Draw(Layout, seed: 6));
        Assert.Equal(Initialization.Draw(Layout, seed: 5), Initialization.Draw(Layout, seed: 5));
    }
}
