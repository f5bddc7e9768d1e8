namespace Research.Learning.Vision;

/// <summary>The shape of an image, or of what a layer makes of one: [height, width, channels].</summary>
/// <param name="Height">Pixels from top to bottom; positive.</param>
/// <param name="Width">Pixels from left to right; positive.</param>
/// <param name="Channels">Numbers of a pixel; positive.</param>
public sealed record ImageSize(int Height, int Width, int Channels)
{
    /// <summary>Numbers of an image.</summary>
    public int Length => checked(Height * Width * Channels);

    /// <summary>The readable name: <c>16 x 16 x 1</c>.</summary>
    public override string ToString() => $"{Height} x {Width} x {Channels}";
}
