using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>A buffer laid out as a GPT's parameters (the parameters themselves, or their gradient), tensor by tensor.</summary>
internal sealed class GptTensors
{
    public GptTensors(GptLayout layout, FloatBuffer buffer)
    {
        FloatView View(ParameterTensor tensor) => buffer.Slice(tensor.Offset, tensor.Length);
        TokenEmbedding = View(layout.TokenEmbedding);
        PositionEmbedding = View(layout.PositionEmbedding);
        FinalNorm = View(layout.FinalNorm);
        Blocks = [.. layout.BlockTensors.Select(block => new BlockTensors(
            View(block.AttentionNorm), View(block.Qkv), View(block.AttentionOutput), View(block.MlpNorm), View(block.Expansion),
            View(block.Contraction)))];
    }

    public FloatView TokenEmbedding { get; }

    public FloatView PositionEmbedding { get; }

    public FloatView FinalNorm { get; }

    public BlockTensors[] Blocks { get; }
}
