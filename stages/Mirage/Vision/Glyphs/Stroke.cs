namespace Research.Mirage.Vision.Glyphs;

/// <summary>A stroke: a chain of straight pieces. The square of the paper is [0, 1]², y down.</summary>
/// <param name="Points">Its corners, at least two.</param>
internal sealed record Stroke(IReadOnlyList<(double X, double Y)> Points);
