using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>The tensors of one block; names and shapes as in <see cref="BlockLayout"/>.</summary>
internal sealed record BlockTensors(
    FloatView AttentionNorm, FloatView Qkv, FloatView AttentionOutput, FloatView MlpNorm, FloatView Expansion, FloatView Contraction);
