namespace Research.Learning.Models;

/// <summary>A linear layer's weight and the low-rank adapter that changes it.</summary>
/// <param name="Weight">The layer's weight, [outputs, inputs].</param>
/// <param name="A">The adapter's first factor, [rank, inputs].</param>
/// <param name="B">The adapter's second factor, [outputs, rank].</param>
public sealed record AdaptedLayout(ParameterTensor Weight, ParameterTensor A, ParameterTensor B)
{
    /// <summary>Length of the layer's output.</summary>
    public int Outputs => (int)Weight.Shape[0];

    /// <summary>Length of the layer's input.</summary>
    public int Inputs => (int)Weight.Shape[1];
}
