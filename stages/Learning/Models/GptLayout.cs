namespace Research.Learning.Models;

/// <summary>
/// The parameters of a GPT in one contiguous buffer: the undecayed tensors first (embeddings, gains), then the weights of the
/// linear layers, so that one optimizer call serves each group. The order is part of the numeric specification: a
/// tensor's place in the list is the number of its random stream, and the gradient norm runs over the buffer.
/// </summary>
public sealed class GptLayout
{
    private const double WeightDeviation = 0.02;

    private readonly List<ParameterTensor> tensors = [];

    /// <summary>The layout of a model.</summary>
    /// <param name="spec">A valid shape.</param>
    public GptLayout(GptSpec spec)
    {
        long width = spec.Width;
        var residual = WeightDeviation / Math.Sqrt(2.0 * spec.Layers);
        TokenEmbedding = Append("wte", WeightDeviation, false, spec.Vocabulary, width);
        PositionEmbedding = Append("wpe", WeightDeviation, false, spec.Block, width);
        var norms = Blocks(spec, name => (First: Append($"{name}.ln_1", 0, false, width), Second: Append($"{name}.ln_2", 0, false, width)));
        FinalNorm = Append("ln_f", 0, false, width);
        UndecayedCount = ParameterCount;
        var matrices = Blocks(spec, name => (
            Qkv: Append($"{name}.attn.c_attn", WeightDeviation, true, 3 * width, width),
            AttentionOutput: Append($"{name}.attn.c_proj", residual, true, width, width),
            Expansion: Append($"{name}.mlp.c_fc", WeightDeviation, true, 4 * width, width),
            Contraction: Append($"{name}.mlp.c_proj", residual, true, width, 4 * width)));
        BlockTensors = [.. norms.Zip(matrices, (norm, matrix) => new BlockLayout(
            norm.First, matrix.Qkv, matrix.AttentionOutput, norm.Second, matrix.Expansion, matrix.Contraction))];
    }

    /// <summary>Every tensor, in the order of the buffer.</summary>
    public IReadOnlyList<ParameterTensor> Tensors => tensors;

    /// <summary>Number of all parameters, positions included.</summary>
    public int ParameterCount => tensors.Count == 0 ? 0 : tensors[^1].Offset + tensors[^1].Length;

    /// <summary>Number of parameters without weight decay; they come first.</summary>
    public int UndecayedCount { get; }

    /// <summary>Token embedding and output layer, [vocabulary, width].</summary>
    public ParameterTensor TokenEmbedding { get; }

    /// <summary>Position embedding, [block, width].</summary>
    public ParameterTensor PositionEmbedding { get; }

    /// <summary>Gain of the layer norm before the output layer, [width].</summary>
    public ParameterTensor FinalNorm { get; }

    /// <summary>The tensors of each block.</summary>
    public IReadOnlyList<BlockLayout> BlockTensors { get; }

    private static List<T> Blocks<T>(GptSpec spec, Func<string, T> append) =>
        [.. Enumerable.Range(0, spec.Layers).Select(layer => append($"h.{layer}"))];

    private ParameterTensor Append(string name, double initial, bool decayed, params IReadOnlyList<long> shape)
    {
        var length = (int)shape.Aggregate(1L, (product, size) => product * size);
        var tensor = new ParameterTensor($"transformer.{name}.weight", shape, ParameterCount, length, initial, decayed);
        tensors.Add(tensor);
        return tensor;
    }
}
