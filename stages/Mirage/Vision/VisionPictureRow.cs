namespace Research.Mirage.Vision;

/// <summary>One pixel of a picture of the report.</summary>
/// <param name="Image">Number of the test image.</param>
/// <param name="Label">Its class.</param>
/// <param name="Units">Units of the autoencoder; 0 for the image itself.</param>
/// <param name="SquaredError">||x - x̂||² of the whole picture; 0 for the image itself.</param>
/// <param name="Y">Row of the pixel, from the top.</param>
/// <param name="X">Column of the pixel, from the left.</param>
/// <param name="Ink">0 (paper) to 1 (ink); of several colors their mean.</param>
public sealed record VisionPictureRow(int Image, int Label, int Units, double SquaredError, int Y, int X, double Ink);
