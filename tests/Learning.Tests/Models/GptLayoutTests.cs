using Research.Learning.Models;

namespace Research.Learning.Tests.Models;

public class GptLayoutTests
{
    [Fact]
    public void The_papers_model_has_21_253_632_parameters_and_98_304_for_positions()
    {
        var layout = new GptLayout(new GptSpec(Layers: 3, Heads: 12, Width: 768, Block: 128, Vocabulary: 19));
        Assert.Equal(98_304, layout.PositionEmbedding.Length);
        Assert.Equal(21_253_632, layout.ParameterCount - layout.PositionEmbedding.Length);
        Assert.Equal(21_233_664, layout.ParameterCount - layout.UndecayedCount);
    }

    [Fact]
    public void Tensors_have_the_names_and_shapes_of_nanoGPT()
    {
        var layout = new GptLayout(new GptSpec(Layers: 2, Heads: 3, Width: 6, Block: 10, Vocabulary: 4));
        var found = layout.Tensors.ToDictionary(tensor => tensor.Name, tensor => string.Join('x', tensor.Shape));
        var expected = new Dictionary<string, string>
        {
            ["transformer.wte.weight"] = "4x6",
            ["transformer.wpe.weight"] = "10x6",
            ["transformer.ln_f.weight"] = "6",
        };
        foreach (var layer in new[] { "transformer.h.0", "transformer.h.1" })
        {
            expected[$"{layer}.ln_1.weight"] = "6";
            expected[$"{layer}.attn.c_attn.weight"] = "18x6";
            expected[$"{layer}.attn.c_proj.weight"] = "6x6";
            expected[$"{layer}.ln_2.weight"] = "6";
            expected[$"{layer}.mlp.c_fc.weight"] = "24x6";
            expected[$"{layer}.mlp.c_proj.weight"] = "6x24";
        }

        Assert.Equal(expected, found);
    }

    [Fact]
    public void Tensors_fill_the_buffer_and_only_linear_weights_after_the_split_are_decayed()
    {
        var layout = new GptLayout(new GptSpec(Layers: 3, Heads: 2, Width: 8, Block: 5, Vocabulary: 7));
        var position = 0;
        foreach (var tensor in layout.Tensors)
        {
            Assert.Equal(position, tensor.Offset);
            Assert.Equal(tensor.Name.Contains(".attn.") || tensor.Name.Contains(".mlp."), tensor.Decayed);
            Assert.Equal(position >= layout.UndecayedCount, tensor.Decayed);
            position += tensor.Length;
        }

        Assert.Equal(layout.ParameterCount, position);
    }
}
