using Research.Jobs;

namespace Research.Mirage.Vision.Glyphs;

/// <summary>A set of drawn characters ("glyphs"): classes are made of strokes, images of a class differ by hand and by noise.</summary>
/// <param name="Classes">Number of classes; at least 2.</param>
/// <param name="Training">Images to learn from; classes come in turn, so at least one for each.</param>
/// <param name="Test">Images to test with; at least one for each class.</param>
/// <param name="Side">Pixels of a side; at least 12.</param>
/// <param name="Seed">Seed of classes, hands and noise.</param>
public sealed record GlyphSpec(int Classes, int Training, int Test, int Side = 16, int Seed = 1)
{
    /// <summary>Checks every number.</summary>
    /// <returns>This spec.</returns>
    /// <exception cref="InputException">A number is out of range.</exception>
    public GlyphSpec Validate()
    {
        Require(Classes is >= 2 and <= 10_000, nameof(Classes), Classes, "2 to 10000");
        Require(Training >= Classes, nameof(Training), Training, $"{Classes} or more, one for each class");
        Require(Test >= Classes, nameof(Test), Test, $"{Classes} or more, one for each class");
        Require(Side is >= 12 and <= 64, nameof(Side), Side, "12 to 64");
        return this;
    }

    /// <summary>The readable name: <c>20 glyphs</c>.</summary>
    public override string ToString() => $"{Classes} glyphs";

    private static void Require(bool valid, string name, int value, string range)
    {
        if (!valid) throw new InputException($"{name} is {value}", "glyphs", $"Set it to {range}.");
    }
}
