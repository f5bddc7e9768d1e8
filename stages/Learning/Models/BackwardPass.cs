using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// The order of the kernels of the backward pass. It mirrors <see cref="ForwardPass"/>; where two gradients meet in the residual
/// stream, the stream's own comes first and a layer norm's is added to it.
/// </summary>
internal static class BackwardPass
{
    /// <summary>Gradients of all parameters, from the gradient of the logits.</summary>
    /// <param name="device">Where to run.</param>
    /// <param name="spec">The model.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="batch">Number of sequences.</param>
    /// <param name="time">Tokens of each.</param>
    /// <param name="tokens">[batch, time].</param>
    /// <param name="activations">What the forward pass kept; holds the gradient of the logits.</param>
    /// <param name="scratch">Room for the gradients of activations.</param>
    /// <param name="gradients">Receives the gradients; what it held is lost.</param>
    public static void Run(
        Device device, GptSpec spec, GptTensors parameters, int batch, int time, IntBuffer tokens, Activations activations,
        BackwardScratch scratch, GptTensors gradients)
    {
        var (rows, width, vocabulary) = (batch * time, spec.Width, spec.Vocabulary);
        var (dLogits, dStream) = (activations.Logits, scratch.Stream);

        // The tied embedding: the output layer's part first, the tokens' part is added to it at the end (rule S4).
        device.MatMul(true, false, vocabulary, width, rows, dLogits, activations.FinalNormed, gradients.TokenEmbedding);
        device.MatMul(false, false, rows, width, vocabulary, dLogits, parameters.TokenEmbedding, scratch.Narrow);
        device.Clear(dStream);
        device.LayerNormBackward(
            rows, width, scratch.Narrow, activations.Final, parameters.FinalNorm, activations.FinalMean, activations.FinalRstd, dStream,
            gradients.FinalNorm);
        for (var i = spec.Layers - 1; i >= 0; i--)
        {
            Mlp(device, width, rows, parameters.Blocks[i], activations.Blocks[i], scratch, gradients.Blocks[i]);
            Attention(device, spec, batch, time, parameters.Blocks[i], activations.Blocks[i], scratch, gradients.Blocks[i]);
        }

        device.EmbeddingBackward(rows, time, width, tokens, dStream, gradients.TokenEmbedding, gradients.PositionEmbedding);
    }

    private static void Mlp(
        Device device, int width, int rows, BlockTensors weights, BlockActivations a, BackwardScratch scratch, BlockTensors gradients)
    {
        var (dStream, dExpanded, dNormed) = (scratch.Stream, scratch.Wide, scratch.Narrow);
        device.MatMul(true, false, width, 4 * width, rows, dStream, a.Activated, gradients.Contraction);
        device.MatMul(false, false, rows, 4 * width, width, dStream, weights.Contraction, dExpanded);
        device.GeluBackward(a.Expanded, dExpanded, dExpanded);
        device.MatMul(true, false, 4 * width, width, rows, dExpanded, a.Normed2, gradients.Expansion);
        device.MatMul(false, false, rows, width, 4 * width, dExpanded, weights.Expansion, dNormed);
        device.LayerNormBackward(rows, width, dNormed, a.Middle, weights.MlpNorm, a.Mean2, a.Rstd2, dStream, gradients.MlpNorm);
    }

    private static void Attention(
        Device device, GptSpec spec, int batch, int time, BlockTensors weights, BlockActivations a, BackwardScratch scratch,
        BlockTensors gradients)
    {
        var (rows, width) = (batch * time, spec.Width);
        var (dStream, dQkv, dNarrow) = (scratch.Stream, scratch.Wide.Slice(0, 3 * rows * width), scratch.Narrow);
        device.MatMul(true, false, width, width, rows, dStream, a.Attended, gradients.AttentionOutput);
        device.MatMul(false, false, rows, width, width, dStream, weights.AttentionOutput, dNarrow);
        device.AttentionBackward(batch, time, spec.Heads, width / spec.Heads, dNarrow, a.Qkv, a.Probabilities, dQkv);
        device.MatMul(true, false, 3 * width, width, rows, dQkv, a.Normed1, gradients.Qkv);
        device.MatMul(false, false, rows, width, 3 * width, dQkv, weights.Qkv, dNarrow);
        device.LayerNormBackward(rows, width, dNarrow, a.Input, weights.AttentionNorm, a.Mean1, a.Rstd1, dStream, gradients.AttentionNorm);
    }
}
