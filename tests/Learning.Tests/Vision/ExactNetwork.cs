using Research.Learning.Vision;

namespace Research.Learning.Tests.Vision;

/// <summary>A network of images once more, from textbook formulas, in double precision, one image at a time.</summary>
internal static class ExactNetwork
{
    /// <summary>Outputs for an image, [height, width, channels].</summary>
    public static double[] Outputs(NetworkLayout layout, double[] parameters, double[] image)
    {
        foreach (var stage in layout.Stages)
        {
            image = stage.Layer.Kind switch
            {
                LayerKind.Convolution => Convolution(stage, parameters, image),
                LayerKind.MaxPool => MaxPool(stage, image),
                LayerKind.Gelu => Array.ConvertAll(image, v => 0.5 * v * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (v + (0.044715 * v * v * v))))),
                LayerKind.Linear => Linear(stage, parameters, image),
                _ => Array.ConvertAll(image, v => 1 / (1 + Math.Exp(-v))),
            };
        }

        return image;
    }

    private static double[] Linear(NetworkStage stage, double[] parameters, double[] x) =>
    [
        .. Enumerable.Range(0, stage.Layer.Outputs).Select(o =>
            parameters[stage.Bias!.Offset + o] + x.Select((v, i) => v * parameters[stage.Weight!.Offset + (o * x.Length) + i]).Sum()),
    ];

    private static double[] Convolution(NetworkStage stage, double[] parameters, double[] x)
    {
        var (side, input, output) = (stage.Layer.Side, stage.Input, stage.Output);
        var y = new double[output.Length];
        for (var i = 0; i < y.Length; i++)
        {
            var (place, o) = (i / output.Channels, i % output.Channels);
            y[i] = parameters[stage.Bias!.Offset + o];
            for (var c = 0; c < input.Channels; c++)
            {
                for (var ky = 0; ky < side; ky++)
                {
                    for (var kx = 0; kx < side; kx++)
                    {
                        var weight = parameters[stage.Weight!.Offset + (((((o * input.Channels) + c) * side) + ky) * side) + kx];
                        y[i] += weight * x[(((((place / output.Width) + ky) * input.Width) + (place % output.Width) + kx) * input.Channels) + c];
                    }
                }
            }
        }

        return y;
    }

    private static double[] MaxPool(NetworkStage stage, double[] x)
    {
        var (side, input, output) = (stage.Layer.Side, stage.Input, stage.Output);
        return
        [
            .. from i in Enumerable.Range(0, output.Length)
               let place = i / output.Channels
               select (from dy in Enumerable.Range(0, side)
                       from dx in Enumerable.Range(0, side)
                       select x[(((((place / output.Width * side) + dy) * input.Width) + (place % output.Width * side) + dx) * input.Channels) + (i % output.Channels)]).Max(),
        ];
    }
}
