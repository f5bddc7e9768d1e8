namespace Research.Mirage.Vision;

/// <summary>One image of a set.</summary>
/// <param name="Split">What it is for.</param>
/// <param name="Image">Number within its split, from 0.</param>
/// <param name="Label">Number of its class, from 0.</param>
/// <param name="Height">Pixels from top to bottom.</param>
/// <param name="Width">Pixels from left to right.</param>
/// <param name="Channels">1 for gray, 3 for red, green, blue.</param>
/// <param name="Pixels">Bytes 0 to 255: [height, width, channels].</param>
public sealed record ImageRow(Split Split, int Image, int Label, int Height, int Width, int Channels, byte[] Pixels);
