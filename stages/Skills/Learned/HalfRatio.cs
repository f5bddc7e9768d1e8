using Research.Numerics;

namespace Research.Skills.Learned;

/// <summary>Where a reader has half of the full ability.</summary>
internal static class HalfRatio
{
    private const double Half = 0.5;

    /// <summary>
    /// The ratio at which ability first reaches 1/2: between two ratios, along a straight line over ln R. The first ratio if ability is
    /// there already; null if it never comes there.
    /// </summary>
    /// <param name="points">Ratio and ability, ratios ascending.</param>
    public static double? Of(IReadOnlyList<(double Ratio, double Ability)> points)
    {
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Ability < Half) continue;
            if (i == 0) return points[0].Ratio;
            var (before, after) = (points[i - 1], points[i]);
            double low = Elementary.Log(before.Ratio), high = Elementary.Log(after.Ratio);
            return Elementary.Exp(low + ((Half - before.Ability) / (after.Ability - before.Ability) * (high - low)));
        }

        return null;
    }
}
