using Research.Numerics;

namespace Research.Mirage.Vision.Glyphs;

/// <summary>Draws one image: the class's strokes, moved by a hand, as a soft pen leaves them, and noise.</summary>
internal static class GlyphImage
{
    private const double Softness = 0.06;
    private const double Noise = 0.05;

    /// <summary>Pixels 0 to 255, [side, side]; bit for bit the same everywhere.</summary>
    /// <param name="strokes">The class.</param>
    /// <param name="side">Pixels of a side.</param>
    /// <param name="philox">The random numbers; those of the image are step <paramref name="number"/>.</param>
    /// <param name="number">Number of the image.</param>
    public static byte[] Draw(IReadOnlyList<Stroke> strokes, int side, Philox philox, int number)
    {
        var draws = new PhiloxStream(philox, step: (uint)number);
        var hand = new Hand(ref draws);
        var pieces = Pieces(strokes, hand);
        var noise = new PhiloxStream(philox, step: (uint)number, tensor: 1);
        var pixels = new byte[side * side];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (x, y) = (((i % side) + 0.5) / side, ((i / side) + 0.5) / side);
            var nearest = double.MaxValue;
            foreach (var piece in pieces)
            {
                var distance = SquaredDistance(piece, x, y);
                nearest = distance < nearest ? distance : nearest;
            }

            var ink = 1 - ((Math.Sqrt(nearest) - hand.Breadth) / Softness);
            var value = Math.Clamp(ink, 0, 1) + (Noise * noise.Normal());
            pixels[i] = (byte)Math.Floor((255 * Math.Clamp(value, 0, 1)) + 0.5);
        }

        return pixels;
    }

    private static List<((double X, double Y) From, (double X, double Y) To)> Pieces(IReadOnlyList<Stroke> strokes, Hand hand)
    {
        var pieces = new List<((double, double), (double, double))>();
        foreach (var stroke in strokes)
        {
            for (var i = 1; i < stroke.Points.Count; i++)
                pieces.Add((hand.Move(stroke.Points[i - 1]), hand.Move(stroke.Points[i])));
        }

        return pieces;
    }

    private static double SquaredDistance(((double X, double Y) From, (double X, double Y) To) piece, double x, double y)
    {
        var (dx, dy) = (piece.To.X - piece.From.X, piece.To.Y - piece.From.Y);
        var (u, v) = (x - piece.From.X, y - piece.From.Y);
        var length = (dx * dx) + (dy * dy);
        var along = length > 0 ? Math.Clamp(((u * dx) + (v * dy)) / length, 0, 1) : 0;
        var (p, q) = (u - (along * dx), v - (along * dy));
        return (p * p) + (q * q);
    }
}
