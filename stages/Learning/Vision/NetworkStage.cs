using Research.Learning.Models;

namespace Research.Learning.Vision;

/// <summary>A layer in its place.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">What it sees.</param>
/// <param name="Output">What it makes of it.</param>
/// <param name="Weight">Its weights; null if it has none.</param>
/// <param name="Bias">Its biases, [outputs]; null if it has none.</param>
public sealed record NetworkStage(Layer Layer, ImageSize Input, ImageSize Output, ParameterTensor? Weight, ParameterTensor? Bias)
{
    /// <summary>Inputs of each output of a layer with weights.</summary>
    public int Inputs => Weight is null ? 0 : Weight.Length / Layer.Outputs;
}
