namespace Research.Benchmarks;

/// <summary>The sizes of a transformer that decide about speed.</summary>
internal sealed record ModelShape(string Name, int Layers, int Heads, int Width, int Time, int Batch, int Vocabulary)
{
    /// <summary>What the laptop profile trains.</summary>
    public static ModelShape Small { get; } = new("small", Layers: 3, Heads: 4, Width: 128, Time: 128, Batch: 32, Vocabulary: 19);

    /// <summary>The paper's own size.</summary>
    public static ModelShape Wide { get; } = new("wide", Layers: 3, Heads: 12, Width: 768, Time: 256, Batch: 8, Vocabulary: 19);

    /// <summary>Tokens of a batch.</summary>
    public int Rows => Batch * Time;

    /// <summary>Width of one head.</summary>
    public int HeadSize => Width / Heads;
}
