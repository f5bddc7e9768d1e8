using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>The order of the kernels that turn tokens into the last block's residual stream (Jiang 2023, released code).</summary>
internal static class ForwardPass
{
    /// <summary>Runs embeddings and blocks; leaves the residual stream in <see cref="Activations.Final"/>.</summary>
    /// <param name="device">Where to run.</param>
    /// <param name="spec">The model.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="batch">Number of sequences.</param>
    /// <param name="time">Tokens of each; up to the block length.</param>
    /// <param name="tokens">[batch, time].</param>
    /// <param name="activations">The memory.</param>
    public static void Run(
        Device device, GptSpec spec, GptTensors parameters, int batch, int time, IntBuffer tokens, Activations activations)
    {
        Run(device, spec, parameters, parameters.TokenEmbedding, batch, time, tokens, activations);
    }

    /// <summary>
    /// The same with another table of embeddings, [any, width], in which the tokens are rows: one that holds more than the tokens that
    /// the model can write.
    /// </summary>
    public static void Run(
        Device device, GptSpec spec, GptTensors parameters, FloatView embeddings, int batch, int time, IntBuffer tokens,
        Activations activations)
    {
        activations.Shape(batch, time);
        var projected = activations.Projected(batch * time);
        device.EmbeddingForward(
            batch * time, time, spec.Width, tokens, embeddings, parameters.PositionEmbedding, activations.Blocks[0].Input);
        for (var i = 0; i < parameters.Blocks.Length; i++)
        {
            Block(device, spec, parameters.Blocks[i], batch, time, activations.Blocks[i], projected, activations.Output(i));
        }
    }

    /// <summary>Final layer norm and tied output layer: logits of rows of the residual stream.</summary>
    /// <param name="device">Where to run.</param>
    /// <param name="spec">The model.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="x">[rows, width].</param>
    /// <param name="activations">Receives the normed rows and the logits.</param>
    /// <returns>The logits, [rows, vocabulary].</returns>
    public static FloatView Head(Device device, GptSpec spec, GptTensors parameters, int rows, FloatView x, Activations activations)
    {
        var normed = activations.FinalNormed.Slice(0, rows * spec.Width);
        var logits = activations.Logits.Slice(0, rows * spec.Vocabulary);
        device.LayerNormForward(
            rows, spec.Width, x, parameters.FinalNorm, normed, activations.FinalMean.Slice(0, rows), activations.FinalRstd.Slice(0, rows));
        device.MatMul(false, true, rows, spec.Vocabulary, spec.Width, normed, parameters.TokenEmbedding, logits);
        return logits;
    }

    private static void Block(
        Device device, GptSpec spec, BlockTensors weights, int batch, int time, in BlockActivations a, FloatView projected, FloatView output)
    {
        var (rows, width) = (batch * time, spec.Width);
        device.LayerNormForward(rows, width, a.Input, weights.AttentionNorm, a.Normed1, a.Mean1, a.Rstd1);
        device.MatMul(false, true, rows, 3 * width, width, a.Normed1, weights.Qkv, a.Qkv);
        device.AttentionForward(batch, time, spec.Heads, width / spec.Heads, a.Qkv, a.Probabilities, a.Attended);
        device.MatMul(false, true, rows, width, width, a.Attended, weights.AttentionOutput, projected);
        device.Add(a.Input, projected, a.Middle);

        device.LayerNormForward(rows, width, a.Middle, weights.MlpNorm, a.Normed2, a.Mean2, a.Rstd2);
        device.MatMul(false, true, rows, 4 * width, width, a.Normed2, weights.Expansion, a.Expanded);
        device.GeluForward(a.Expanded, a.Activated);
        device.MatMul(false, true, rows, width, 4 * width, a.Activated, weights.Contraction, projected);
        device.Add(a.Middle, projected, output);
    }
}
