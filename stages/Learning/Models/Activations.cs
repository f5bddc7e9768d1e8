using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// The memory of a forward pass, allocated once and used for every batch that fits. With <c>keep</c>, each block has its own,
/// as the backward pass needs; without, all blocks share one.
/// </summary>
internal sealed class Activations : IDisposable
{
    private readonly Device device;
    private readonly GptSpec spec;
    private readonly List<FloatBuffer> buffers = [];
    private readonly BlockActivations[] capacity;
    private readonly FloatView finalCapacity;
    private readonly FloatView projected;
    private (int Batch, int Time) shape;

    /// <param name="device">Where the memory lies.</param>
    /// <param name="spec">The model.</param>
    /// <param name="rows">Most tokens of a batch, padding included.</param>
    /// <param name="pairs">Most pairs of tokens of a batch: batch x time x time.</param>
    /// <param name="keep">Whether a backward pass follows.</param>
    public Activations(Device device, GptSpec spec, int rows, int pairs, bool keep)
    {
        (this.device, this.spec) = (device, spec);
        (Rows, Pairs) = (rows, pairs);
        var final = Allocate(rows * spec.Width);
        projected = Allocate(rows * spec.Width);
        FinalNormed = Allocate(rows * spec.Width);
        FinalMean = Allocate(rows);
        FinalRstd = Allocate(rows);
        Logits = Allocate(rows * spec.Vocabulary);
        finalCapacity = final;
        var shared = keep ? null : Block(final);
        capacity = [.. Enumerable.Range(0, spec.Layers).Select(_ => shared ?? Block(Allocate(rows * spec.Width)))];
        Blocks = [.. capacity];
    }

    /// <summary>Most tokens of a batch.</summary>
    public int Rows { get; }

    /// <summary>Most pairs of tokens of a batch.</summary>
    public int Pairs { get; }

    /// <summary>The blocks, shaped for the current batch.</summary>
    public BlockActivations[] Blocks { get; }

    /// <summary>The residual stream after the last block, [rows, width].</summary>
    public FloatView Final { get; private set; }

    /// <summary>Room for the final layer norm, [rows, width].</summary>
    public FloatView FinalNormed { get; }

    /// <summary>Saved by the final layer norm.</summary>
    public FloatView FinalMean { get; }

    /// <summary>Saved by the final layer norm.</summary>
    public FloatView FinalRstd { get; }

    /// <summary>Room for the logits, [rows, vocabulary].</summary>
    public FloatView Logits { get; }

    /// <summary>Room for what a block's projection gives before it joins the residual stream, [rows, width].</summary>
    public FloatView Projected(int rows) => projected.Slice(0, rows * spec.Width);

    /// <summary>Where the residual stream leaves a block: the next one's input.</summary>
    public FloatView Output(int block) => block + 1 < Blocks.Length ? Blocks[block + 1].Input : Final;

    /// <summary>Shapes the memory for a batch.</summary>
    public void Shape(int batch, int time)
    {
        if ((batch, time) == shape)
        {
            return;
        }

        shape = (batch, time);
        var rows = batch * time;
        var wide = rows * spec.Width;
        for (var i = 0; i < Blocks.Length; i++)
        {
            var block = capacity[i];
            Blocks[i] = new BlockActivations(
                block.Input.Slice(0, wide), block.Normed1.Slice(0, wide), block.Mean1.Slice(0, rows), block.Rstd1.Slice(0, rows),
                block.Qkv.Slice(0, 3 * wide), block.Probabilities.Slice(0, rows * time * spec.Heads), block.Attended.Slice(0, wide),
                block.Middle.Slice(0, wide), block.Normed2.Slice(0, wide), block.Mean2.Slice(0, rows), block.Rstd2.Slice(0, rows),
                block.Expanded.Slice(0, 4 * wide), block.Activated.Slice(0, 4 * wide));
        }

        Final = finalCapacity.Slice(0, wide);
    }

    /// <inheritdoc/>
    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());

    private FloatView Allocate(int length)
    {
        var buffer = device.Floats(length);
        buffers.Add(buffer);
        return buffer.All;
    }

    private BlockActivations Block(FloatView input)
    {
        var wide = Rows * spec.Width;
        return new BlockActivations(
            input, Allocate(wide), Allocate(Rows), Allocate(Rows), Allocate(3 * wide), Allocate(Pairs * spec.Heads), Allocate(wide),
            Allocate(wide), Allocate(wide), Allocate(Rows), Allocate(Rows), Allocate(4 * wide), Allocate(4 * wide));
    }
}
