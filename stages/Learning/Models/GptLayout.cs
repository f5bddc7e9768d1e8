using Research.Learning.Tuning;

namespace Research.Learning.Models;

/// <summary>
/// The parameters of a GPT in one contiguous buffer: the undecayed tensors first (embeddings, gains), then the weights of the
/// linear layers, so that one optimizer call serves each group, and at last those of an adapter, if there is one. The order is part of the numeric specification: a
/// tensor's place in the list is the number of its random stream, and the gradient norm runs over the buffer.
/// </summary>
public sealed class GptLayout
{
    private const double WeightDeviation = 0.02;

    private readonly List<ParameterTensor> tensors = [];

    /// <summary>The layout of a model.</summary>
    /// <param name="spec">A valid shape.</param>
    /// <param name="adapter">A valid adapter whose tensors follow the model's own; null for none.</param>
    public GptLayout(GptSpec spec, AdapterSpec? adapter = null)
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
        ModelCount = ParameterCount;
        Adapted = adapter is null ? [] : [.. BlockTensors.SelectMany(block => WeightsOf(block, adapter.Layers)).Select(weight => Adapt(weight, adapter.Rank))];
    }

    /// <summary>Every tensor, in the order of the buffer.</summary>
    public IReadOnlyList<ParameterTensor> Tensors => tensors;

    /// <summary>Number of all parameters, positions and adapter included.</summary>
    public int ParameterCount => tensors.Count == 0 ? 0 : tensors[^1].Offset + tensors[^1].Length;

    /// <summary>Number of the model's own parameters; an adapter's come after them.</summary>
    public int ModelCount { get; }

    /// <summary>Number of parameters without weight decay; they come first.</summary>
    public int UndecayedCount { get; }

    /// <summary>The first parameter that a training changes; all after it are changed too.</summary>
    public int FirstTrained => Adapted.Count == 0 ? 0 : ModelCount;

    /// <summary>Token embedding and output layer, [vocabulary, width].</summary>
    public ParameterTensor TokenEmbedding { get; }

    /// <summary>Position embedding, [block, width].</summary>
    public ParameterTensor PositionEmbedding { get; }

    /// <summary>Gain of the layer norm before the output layer, [width].</summary>
    public ParameterTensor FinalNorm { get; }

    /// <summary>The tensors of each block.</summary>
    public IReadOnlyList<BlockLayout> BlockTensors { get; }

    /// <summary>The layers that an adapter changes, block by block.</summary>
    public IReadOnlyList<AdaptedLayout> Adapted { get; }

    private static List<T> Blocks<T>(GptSpec spec, Func<string, T> append) =>
        [.. Enumerable.Range(0, spec.Layers).Select(layer => append($"h.{layer}"))];

    private static ParameterTensor[] WeightsOf(BlockLayout block, AdaptedLayers layers) => layers switch
    {
        AdaptedLayers.Attention => [block.Qkv, block.AttentionOutput],
        AdaptedLayers.Mlp => [block.Expansion, block.Contraction],
        _ => [block.Qkv, block.AttentionOutput, block.Expansion, block.Contraction],
    };

    private AdaptedLayout Adapt(ParameterTensor weight, long rank)
    {
        var name = weight.Name["transformer.".Length..^".weight".Length];
        var (outputs, inputs) = (weight.Shape[0], weight.Shape[1]);
        return new AdaptedLayout(
            weight, Append($"{name}.lora_A", 1 / Math.Sqrt(inputs), true, rank, inputs), Append($"{name}.lora_B", 0, true, outputs, rank));
    }

    private ParameterTensor Append(string name, double initial, bool decayed, params IReadOnlyList<long> shape)
    {
        var length = (int)shape.Aggregate(1L, (product, size) => product * size);
        var tensor = new ParameterTensor($"transformer.{name}.weight", shape, ParameterCount, length, initial, decayed);
        tensors.Add(tensor);
        return tensor;
    }
}
