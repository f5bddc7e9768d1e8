namespace Research.Learning.Vision;

/// <summary>One layer of a network.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Outputs">Channels or units of its result; 0 where the input decides.</param>
/// <param name="Side">Side of its square of pixels; 0 where there is none.</param>
public sealed record Layer(LayerKind Kind, int Outputs = 0, int Side = 0)
{
    /// <summary>A convolution of every square that lies in the image.</summary>
    public static Layer Convolution(int channels, int kernel) => new(LayerKind.Convolution, channels, kernel);

    /// <summary>Pooling of squares side by side.</summary>
    public static Layer MaxPool(int side) => new(LayerKind.MaxPool, Side: side);

    /// <summary>A layer of units.</summary>
    public static Layer Linear(int units) => new(LayerKind.Linear, units);

    /// <summary>GELU.</summary>
    public static Layer Gelu { get; } = new(LayerKind.Gelu);

    /// <summary>The logistic function.</summary>
    public static Layer Sigmoid { get; } = new(LayerKind.Sigmoid);
}
