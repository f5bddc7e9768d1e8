using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// What one block computes. rows = batch x time. Input, Normed1, Attended, Middle, Normed2: [rows, width]; Qkv: [rows, 3 width];
/// Probabilities: [batch, heads, time, time]; Expanded, Activated: [rows, 4 width]; means and reciprocal deviations: [rows].
/// </summary>
/// <param name="Input">The residual stream as it enters.</param>
/// <param name="Normed1">After the first layer norm.</param>
/// <param name="Mean1">Saved by the first layer norm.</param>
/// <param name="Rstd1">Saved by the first layer norm.</param>
/// <param name="Qkv">Queries, keys and values.</param>
/// <param name="Probabilities">Saved by attention.</param>
/// <param name="Attended">The heads' outputs.</param>
/// <param name="Middle">The residual stream between attention and MLP.</param>
/// <param name="Normed2">After the second layer norm.</param>
/// <param name="Mean2">Saved by the second layer norm.</param>
/// <param name="Rstd2">Saved by the second layer norm.</param>
/// <param name="Expanded">Before GELU.</param>
/// <param name="Activated">After GELU.</param>
internal readonly record struct BlockActivations(
    FloatView Input, FloatView Normed1, FloatView Mean1, FloatView Rstd1, FloatView Qkv, FloatView Probabilities, FloatView Attended,
    FloatView Middle, FloatView Normed2, FloatView Mean2, FloatView Rstd2, FloatView Expanded, FloatView Activated);
