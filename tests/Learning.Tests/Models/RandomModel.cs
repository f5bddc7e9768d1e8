using Research.Learning.Models;
using Research.Numerics;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Models;

/// <summary>Models with weights large enough that every non-linearity matters, and tokens for them.</summary>
internal static class RandomModel
{
    public static Gpt Of(GptSpec spec, Device device, int seed = 1)
    {
        var philox = new Philox(seed, "test weights");
        var layout = new GptLayout(spec);
        var weights = new float[layout.ParameterCount];
        foreach (var tensor in layout.Tensors)
        {
            for (var i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
            {
                weights[i] = (tensor.Shape.Count == 1 ? 1f : 0f) + (0.3f * (float)philox.Normal(i));
            }
        }

        return new Gpt(spec, device, weights);
    }

    public static int[] Tokens(GptSpec spec, int length, int seed)
    {
        var philox = new Philox(seed, "test tokens");
        return [.. Enumerable.Range(0, length).Select(i => philox.Below(spec.Vocabulary, i))];
    }
}
