using Research.Numerics;

namespace Research.Learning.Models;

/// <summary>
/// Initial weights (Jiang 2023, released code, after GPT-2): N(0, 0.02), projections onto the residual stream
/// N(0, 0.02 / sqrt(2 layers)), gains 1. Element e of tensor t is draw e of tensor t in the stream <c>initialization</c>,
/// whatever the device.
/// </summary>
public static class Initialization
{
    /// <summary>The parameters, in the order of the layout.</summary>
    public static float[] Draw(GptLayout layout, int seed)
    {
        var parameters = new float[layout.ParameterCount];
        var philox = new Philox(seed, "initialization");
        for (var t = 0; t < layout.Tensors.Count; t++)
        {
            var tensor = layout.Tensors[t];
            var elements = parameters.AsSpan(tensor.Offset, tensor.Length);
            if (tensor.Initial == 0)
            {
                elements.Fill(1);
                continue;
            }

            var stream = new PhiloxStream(philox, tensor: (uint)t);
            foreach (ref var element in elements)
            {
                element = (float)(tensor.Initial * stream.Normal());
            }
        }

        return parameters;
    }
}
