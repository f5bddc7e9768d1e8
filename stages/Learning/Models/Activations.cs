using Research.Numerics.Devices;

namespace Research.Learning.Models;

/// <summary>
/// The memory of a forward pass, allocated once and used for every batch that fits. With <c>keep</c>, each block has its own,
/// as the backward pass needs; without, all blocks share one.
/// </summary>
internal sealed class Activations : IDisposable
{
    private readonly GptSpec spec;
    private readonly List<Arena> arenas = [];
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
        this.spec = spec;
        (Rows, Pairs) = (rows, pairs);
        var wide = rows * spec.Width;
        var ends = Allocate(device, wide, wide, wide, rows, rows, rows * spec.Vocabulary);
        (finalCapacity, projected, FinalNormed) = (ends[0], ends[1], ends[2]);
        (FinalMean, FinalRstd, Logits) = (ends[3], ends[4], ends[5]);
        BlockActivations? shared = keep ? null : Block(device, finalCapacity);
        capacity = [.. Enumerable.Range(0, spec.Layers).Select(_ => shared ?? Block(device, input: null))];
        Blocks = [.. capacity];
    }

    /// <summary>Floats that a training step keeps or needs for one token, gradients of activations included.</summary>
    public static long LengthPerRow(GptSpec spec, int time) =>
        (spec.Layers * ((16L * spec.Width) + ((long)spec.Heads * time))) + (8L * spec.Width) + spec.Vocabulary;

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
    public void Dispose() => arenas.ForEach(arena => arena.Dispose());

    private Arena Allocate(Device device, params ReadOnlySpan<int> lengths)
    {
        var arena = new Arena(device, lengths);
        arenas.Add(arena);
        return arena;
    }

    private BlockActivations Block(Device device, FloatView? input)
    {
        var wide = Rows * spec.Width;
        var a = Allocate(
            device, wide, Rows, Rows, 3 * wide, Pairs * spec.Heads, wide, wide, wide, Rows, Rows, 4 * wide, 4 * wide,
            input is null ? wide : 0);
        return new BlockActivations(input ?? a[12], a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11]);
    }
}
