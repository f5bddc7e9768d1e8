using Research.Numerics;

namespace Research.Mirage.Vision.Glyphs;

/// <summary>What all images of a class have in common: its strokes.</summary>
internal static class GlyphClass
{
    private const int PiecesOfArc = 6;
    private const double Edge = 0.15;

    /// <summary>
    /// The strokes of a class: two or three, each a chain of three random points or an arc of a third to a whole circle, from the
    /// draws of step <paramref name="number"/> of the stream <c>glyph classes</c>.
    /// </summary>
    public static IReadOnlyList<Stroke> Strokes(int seed, int number)
    {
        var draws = new PhiloxStream(new Philox(seed, "glyph classes"), step: (uint)number);
        var strokes = new Stroke[2 + draws.Below(2)];
        for (var i = 0; i < strokes.Length; i++)
            strokes[i] = draws.Below(2) == 0 ? Line(ref draws) : Arc(ref draws);
        return strokes;
    }

    private static Stroke Line(ref PhiloxStream draws)
    {
        var points = new (double, double)[3];
        for (var i = 0; i < points.Length; i++) points[i] = (Place(ref draws), Place(ref draws));
        return new(points);
    }

    private static Stroke Arc(ref PhiloxStream draws)
    {
        var (x, y) = (0.35 + (0.3 * draws.UniformDouble()), 0.35 + (0.3 * draws.UniformDouble()));
        var radius = 0.12 + (0.23 * draws.UniformDouble());
        var start = 2 * Math.PI * draws.UniformDouble();
        var sweep = 2 * Math.PI * ((1.0 / 3) + (2.0 / 3 * draws.UniformDouble()));
        var points = new (double, double)[PiecesOfArc + 1];
        for (var i = 0; i < points.Length; i++)
        {
            var angle = start + (sweep * i / PiecesOfArc);
            points[i] = (x + (radius * Elementary.Cos(angle)), y + (radius * Elementary.Sin(angle)));
        }

        return new(points);
    }

    private static double Place(ref PhiloxStream draws) => Edge + ((1 - (2 * Edge)) * draws.UniformDouble());
}
