namespace Research.Evaluation.SparsityViolation;

/// <summary>Where a curve first exceeds a level.</summary>
internal static class BreakingPoint
{
    /// <summary>
    /// The first x at which straight lines through the points exceed the level; the first point's if it does; null if
    /// none does.
    /// </summary>
    /// <param name="points">Ascending in x.</param>
    /// <param name="level">The level.</param>
    public static double? Of(IReadOnlyList<(double X, double Y)> points, double level)
    {
        for (var n = 0; n < points.Count; n++)
        {
            var (x, y) = points[n];
            if (!(y > level)) continue;
            if (n == 0) return x;
            var (before, below) = points[n - 1];
            return before + ((x - before) * (level - below) / (y - below));
        }

        return null;
    }
}
