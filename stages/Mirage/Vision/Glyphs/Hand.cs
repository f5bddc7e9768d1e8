using Research.Numerics;

namespace Research.Mirage.Vision.Glyphs;

/// <summary>
/// How one image of a class departs from it: an affine map about the middle (turn, size, slant, place), an elastic one (a smooth field of
/// displacements, bilinear between random ones on a grid), and the pen's breadth.
/// </summary>
internal sealed class Hand
{
    private const int Grid = 4;
    private const double Turn = 0.15;
    private const double Stretch = 0.12;
    private const double Slant = 0.15;
    private const double Shift = 0.05;
    private const double Elastic = 0.035;

    private readonly double a, b, c, d, x0, y0;
    private readonly (double X, double Y)[] field = new (double, double)[Grid * Grid];

    /// <summary>A hand; all its numbers come from the draws.</summary>
    public Hand(ref PhiloxStream draws)
    {
        var (turn, slant) = (Turn * draws.Normal(), Slant * draws.Normal());
        var (width, height) = (1 + (Stretch * draws.Normal()), 1 + (Stretch * draws.Normal()));
        var (cos, sin) = (Elementary.Cos(turn), Elementary.Sin(turn));
        // Slant, then size, then turn.
        (a, b, c, d) = (cos * width, (cos * width * slant) - (sin * height), sin * width, (sin * width * slant) + (cos * height));
        (x0, y0) = (Shift * draws.Normal(), Shift * draws.Normal());
        for (var i = 0; i < field.Length; i++) field[i] = (Elastic * draws.Normal(), Elastic * draws.Normal());
        Breadth = 0.035 + (0.02 * draws.UniformDouble());
    }

    /// <summary>Half the breadth of the pen.</summary>
    public double Breadth { get; }

    /// <summary>Where the hand puts a point of the class.</summary>
    public (double X, double Y) Move((double X, double Y) point)
    {
        var (u, v) = (point.X - 0.5, point.Y - 0.5);
        var (dx, dy) = Displacement(point);
        return (0.5 + (a * u) + (b * v) + x0 + dx, 0.5 + (c * u) + (d * v) + y0 + dy);
    }

    private (double X, double Y) Displacement((double X, double Y) point)
    {
        var (column, tx) = Cell(point.X);
        var (row, ty) = Cell(point.Y);
        var (upper, lower) = ((row * Grid) + column, ((row + 1) * Grid) + column);
        return (
            Between(Between(field[upper].X, field[upper + 1].X, tx), Between(field[lower].X, field[lower + 1].X, tx), ty),
            Between(Between(field[upper].Y, field[upper + 1].Y, tx), Between(field[lower].Y, field[lower + 1].Y, tx), ty));
    }

    private static (int Index, double Fraction) Cell(double place)
    {
        var scaled = Math.Clamp(place, 0, 1) * (Grid - 1);
        var index = Math.Min((int)scaled, Grid - 2);
        return (index, scaled - index);
    }

    private static double Between(double from, double to, double share) => from + ((to - from) * share);
}
