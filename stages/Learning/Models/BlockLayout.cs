namespace Research.Learning.Models;

/// <summary>The parameter tensors of one transformer block.</summary>
/// <param name="AttentionNorm">Gain of the layer norm before attention, [width].</param>
/// <param name="Qkv">Query, key and value projection, [3 width, width].</param>
/// <param name="AttentionOutput">Projection of the heads' outputs onto the residual stream, [width, width].</param>
/// <param name="MlpNorm">Gain of the layer norm before the MLP, [width].</param>
/// <param name="Expansion">First layer of the MLP, [4 width, width].</param>
/// <param name="Contraction">Second layer of the MLP, [width, 4 width].</param>
public sealed record BlockLayout(
    ParameterTensor AttentionNorm, ParameterTensor Qkv, ParameterTensor AttentionOutput, ParameterTensor MlpNorm,
    ParameterTensor Expansion, ParameterTensor Contraction);
