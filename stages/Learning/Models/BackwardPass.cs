using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// The order of the kernels of the backward pass. It mirrors <see cref="ForwardPass"/>; where two gradients meet in the residual
/// stream, the stream's own comes first and a layer norm's is added to it. The passes of a batch's parts follow one another: the
/// first overwrites the gradients of the weights, the others go on with their totals.
/// </summary>
internal static class BackwardPass
{
    /// <summary>
    /// Gradients of all parameters but the embeddings' own (see <see cref="Embeddings"/>), from the gradient of the logits.
    /// </summary>
    /// <param name="device">Where to run.</param>
    /// <param name="spec">The model.</param>
    /// <param name="parameters">Its weights.</param>
    /// <param name="batch">Number of sequences.</param>
    /// <param name="time">Tokens of each.</param>
    /// <param name="activations">What the forward pass kept; holds the gradient of the logits.</param>
    /// <param name="scratch">Room for the gradients of activations.</param>
    /// <param name="dStream">Receives the gradient of the embeddings' sum, [batch, time, width].</param>
    /// <param name="gradients">Receives the gradients.</param>
    /// <param name="accumulate">Whether the totals in <paramref name="gradients"/> go on.</param>
    public static void Run(
        Device device, GptSpec spec, GptTensors parameters, int batch, int time, Activations activations, BackwardScratch scratch,
        FloatView dStream, GptTensors gradients, bool accumulate)
    {
        var (rows, width, vocabulary) = (batch * time, spec.Width, spec.Vocabulary);
        var dLogits = activations.Logits;
        device.MatMul(true, false, vocabulary, width, rows, dLogits, activations.FinalNormed, gradients.TokenEmbedding, accumulate);
        device.MatMul(false, false, rows, width, vocabulary, dLogits, parameters.TokenEmbedding, scratch.Narrow);
        device.Clear(dStream);
        device.LayerNormBackward(
            rows, width, scratch.Narrow, activations.Final, parameters.FinalNorm, activations.FinalMean, activations.FinalRstd, dStream,
            gradients.FinalNorm, accumulate);
        for (var i = spec.Layers - 1; i >= 0; i--)
        {
            var (weights, a, g) = (parameters.Blocks[i], activations.Blocks[i], gradients.Blocks[i]);
            Mlp(device, width, rows, weights, a, scratch, dStream, g, accumulate);
            Attention(device, spec, batch, time, weights, a, scratch, dStream, g, accumulate);
        }
    }

    /// <summary>
    /// Gradients of the embeddings, for a whole batch. The tied output layer's part comes first, the tokens' part is added to it
    /// (rule S4).
    /// </summary>
    /// <param name="device">Where to run.</param>
    /// <param name="spec">The model.</param>
    /// <param name="batch">Number of sequences.</param>
    /// <param name="time">Tokens of each.</param>
    /// <param name="tokens">[batch, time].</param>
    /// <param name="dStream">Gradient of the embeddings' sum, [batch, time, width].</param>
    /// <param name="gradients">Holds the output layer's part; receives both gradients.</param>
    public static void Embeddings(
        Device device, GptSpec spec, int batch, int time, IntBuffer tokens, FloatView dStream, GptTensors gradients) =>
        device.EmbeddingBackward(
            batch * time, time, spec.Width, tokens, dStream, gradients.TokenEmbedding, gradients.PositionEmbedding);

    private static void Mlp(
        Device device, int width, int rows, BlockTensors weights, in BlockActivations a, BackwardScratch scratch, FloatView dStream,
        BlockTensors gradients, bool accumulate)
    {
        var (dExpanded, dNormed) = (scratch.Wide.Slice(0, 4 * rows * width), scratch.Narrow);
        device.MatMul(true, false, width, 4 * width, rows, dStream, a.Activated, gradients.Contraction, accumulate);
        device.MatMul(false, false, rows, 4 * width, width, dStream, weights.Contraction, dExpanded);
        device.GeluBackward(a.Expanded, dExpanded, dExpanded);
        device.MatMul(true, false, 4 * width, width, rows, dExpanded, a.Normed2, gradients.Expansion, accumulate);
        device.MatMul(false, false, rows, width, 4 * width, dExpanded, weights.Expansion, dNormed);
        device.LayerNormBackward(
            rows, width, dNormed, a.Middle, weights.MlpNorm, a.Mean2, a.Rstd2, dStream, gradients.MlpNorm, accumulate);
    }

    private static void Attention(
        Device device, GptSpec spec, int batch, int time, BlockTensors weights, in BlockActivations a, BackwardScratch scratch,
        FloatView dStream, BlockTensors gradients, bool accumulate)
    {
        var (rows, width) = (batch * time, spec.Width);
        var (dQkv, dNarrow) = (scratch.Wide.Slice(0, 3 * rows * width), scratch.Narrow);
        device.MatMul(true, false, width, width, rows, dStream, a.Attended, gradients.AttentionOutput, accumulate);
        device.MatMul(false, false, rows, width, width, dStream, weights.AttentionOutput, dNarrow);
        device.AttentionBackward(batch, time, spec.Heads, width / spec.Heads, dNarrow, a.Qkv, a.Probabilities, dQkv);
        device.MatMul(true, false, 3 * width, width, rows, dQkv, a.Normed1, gradients.Qkv, accumulate);
        device.MatMul(false, false, rows, width, 3 * width, dQkv, weights.Qkv, dNarrow);
        device.LayerNormBackward(
            rows, width, dNarrow, a.Input, weights.AttentionNorm, a.Mean1, a.Rstd1, dStream, gradients.AttentionNorm, accumulate);
    }
}
