using Research.Numerics.Devices;

namespace Research.Learning.Inference;

/// <summary>
/// The memory of inference: room for one pass, and the queries, keys and values of all slots. Where these must last from
/// pass to pass, each layer has its own; where one pass computes everything, all layers share one.
/// </summary>
internal sealed class InferenceMemory : IDisposable
{
    private readonly Device device;
    private readonly GptSpec spec;
    private readonly List<FloatBuffer> buffers = [];
    private readonly FloatView[] qkv;
    private readonly FloatView stream;
    private readonly FloatView chosen;
    private readonly FloatView projected;
    private readonly FloatView normed;
    private readonly FloatView attended;
    private readonly FloatView expanded;
    private readonly FloatView activated;
    private readonly FloatView mean;
    private readonly FloatView rstd;
    private readonly FloatView logits;

    /// <param name="device">Where the memory lies.</param>
    /// <param name="spec">The model.</param>
    /// <param name="rows">Most slots that one pass computes.</param>
    /// <param name="slots">Most slots of all passes.</param>
    /// <param name="lasting">Whether one pass builds on another.</param>
    public InferenceMemory(Device device, GptSpec spec, int rows, int slots, bool lasting)
    {
        (this.device, this.spec) = (device, spec);
        var wide = checked(rows * spec.Width);
        (stream, chosen, projected, normed) = (Allocate(wide), Allocate(wide), Allocate(wide), Allocate(wide));
        (attended, expanded, activated) = (Allocate(wide), Allocate(checked(4 * wide)), Allocate(4 * wide));
        (mean, rstd, logits) = (Allocate(rows), Allocate(rows), Allocate(checked(rows * spec.Vocabulary)));
        var length = checked(3 * slots * spec.Width);
        var shared = lasting ? null : (FloatView?)Allocate(length);
        qkv = [.. Enumerable.Range(0, spec.Layers).Select(_ => shared ?? Allocate(length))];
    }

    /// <summary>Queries, keys and values of a layer, [slots, 3 width]: part of the slots.</summary>
    public FloatView Qkv(int layer, int first, int count) => qkv[layer].Slice(3 * first * spec.Width, 3 * count * spec.Width);

    /// <summary>The residual stream, [rows, width].</summary>
    public FloatView Stream(int rows) => Wide(stream, rows);

    /// <summary>The residual stream of the rows that go on to the output layer, [rows, width].</summary>
    public FloatView Chosen(int rows) => Wide(chosen, rows);

    /// <summary>What a part of a block adds to the residual stream, [rows, width].</summary>
    public FloatView Projected(int rows) => Wide(projected, rows);

    /// <summary>After a layer norm, [rows, width].</summary>
    public FloatView Normed(int rows) => Wide(normed, rows);

    /// <summary>The heads' outputs, [rows, width].</summary>
    public FloatView Attended(int rows) => Wide(attended, rows);

    /// <summary>Before GELU, [rows, 4 width].</summary>
    public FloatView Expanded(int rows) => Wide(expanded, 4 * rows);

    /// <summary>After GELU, [rows, 4 width].</summary>
    public FloatView Activated(int rows) => Wide(activated, 4 * rows);

    /// <summary>Means that a layer norm leaves, [rows].</summary>
    public FloatView Mean => mean;

    /// <summary>Reciprocal deviations that a layer norm leaves, [rows].</summary>
    public FloatView Rstd => rstd;

    /// <summary>Logits, then log-probabilities, [rows, vocabulary].</summary>
    public FloatView Logits(int rows) => logits.Slice(0, rows * spec.Vocabulary);

    /// <inheritdoc/>
    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());

    private FloatView Wide(FloatView view, int rows) => view.Slice(0, rows * spec.Width);

    private FloatView Allocate(int length)
    {
        var buffer = device.Floats(length);
        buffers.Add(buffer);
        return buffer.All;
    }
}
