using Research.Jobs;

namespace Research.Skills.Learners;

/// <summary>
/// Plain iteration of an increasing map of [0, 1] into itself. Its iterates move one way and stop at the first fixed point
/// in that direction. No step is ever longer than the map's own, because a longer one could leap over a fixed point.
/// </summary>
internal static class Iteration
{
    private const double Tolerance = 1e-12;
    private const double LeastTelling = 1e-13;
    private const double Rounding = 1e-15;
    private const int MostSteps = 20_000_000;

    public static FixedPoint Solve(Func<double, double> map, double start)
    {
        if (!(start is >= 0 and <= 1))
            throw new InputException($"a start of {start}", "density evolution", "It is a probability: give 0 to 1.");
        var (x, before, factor) = (start, 0.0, 1.0);
        for (var step = 1; step <= MostSteps; step++)
        {
            var next = map(x);
            var moved = Math.Abs(next - x);
            x = next;

            // Steps shrink by this factor: those to come add up to moved * factor / (1 - factor). Tiny steps say nothing
            // about it, because they are mostly rounding.
            if (moved > LeastTelling) factor = moved / before;
            if (moved <= Rounding) return new(x, step, moved == 0 || factor < 0.999);
            if (factor < 1 && moved * factor <= Tolerance * (1 - factor)) return new(x, step, true);
            before = moved;
        }

        return new(x, MostSteps, false);
    }
}
