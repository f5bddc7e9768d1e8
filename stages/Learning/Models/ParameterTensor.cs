namespace Research.Learning.Models;

/// <summary>One tensor of a model's parameters and its place in the buffer that holds them all.</summary>
/// <param name="Name">nanoGPT's name.</param>
/// <param name="Shape">Sizes, outermost first; the weight of a linear layer is [out, in].</param>
/// <param name="Offset">First element in the buffer.</param>
/// <param name="Length">Number of elements.</param>
/// <param name="Initial">Standard deviation of the initial normal numbers; 0 for gains, which start at 1, and for
/// an adapter's B, which starts at 0.</param>
/// <param name="Decayed">Whether weight decay applies: weights of linear layers only.</param>
public sealed record ParameterTensor(
    string Name, IReadOnlyList<long> Shape, int Offset, int Length, double Initial, bool Decayed);
