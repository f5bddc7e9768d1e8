using Research.Learning;

namespace Research.Benchmarks;

/// <summary>The sizes of a transformer that decide about speed.</summary>
internal sealed record ModelShape(string Name, int Layers, int Heads, int Width, int Time, int Batch, int Vocabulary)
{
    /// <summary>The narrowest model of the laptop profile.</summary>
    public static ModelShape Laptop { get; } = new(
        "laptop", Layers: 3, Heads: 4, Width: 64, Time: 128, Batch: 12, Vocabulary: 19);

    /// <summary>A wider model of the laptop profile.</summary>
    public static ModelShape Laptop96 { get; } = Laptop with { Name = "laptop96", Width = 96 };

    /// <summary>The usual small model of speed comparisons on a CPU.</summary>
    public static ModelShape Small { get; } = new(
        "small", Layers: 3, Heads: 4, Width: 128, Time: 128, Batch: 32, Vocabulary: 19);

    /// <summary>The paper's own size.</summary>
    public static ModelShape Wide { get; } = new(
        "wide", Layers: 3, Heads: 12, Width: 768, Time: 256, Batch: 8, Vocabulary: 19);

    /// <summary>The model of the profile <c>paper</c>.</summary>
    public static ModelShape Paper { get; } = Wide with { Name = "paper", Time = 128, Batch = 12 };

    /// <summary>For rehearsals.</summary>
    public static ModelShape Tiny { get; } = new(
        "tiny", Layers: 2, Heads: 2, Width: 16, Time: 12, Batch: 2, Vocabulary: 19);

    /// <summary>The models that a group is measured with unless one is asked for, the smallest first.</summary>
    public static ModelShape[] For(BenchmarkGroup group) =>
        group >= BenchmarkGroup.GpuBits ? [Paper] : group == BenchmarkGroup.Training ? [Laptop, Laptop96, Small, Wide] : [Small, Wide];

    /// <summary>One of the models; null if none is called so.</summary>
    public static ModelShape? Named(string name) => new[] { Laptop, Laptop96, Small, Wide, Paper }.FirstOrDefault(model => model.Name == name);

    /// <summary>Tokens of a batch.</summary>
    public int Rows => Batch * Time;

    /// <summary>The model.</summary>
    public GptSpec Spec => new(Layers, Heads, Width, Time, Vocabulary);

    /// <summary>Width of one head.</summary>
    public int HeadSize => Width / Heads;
}
