using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Learners;

/// <summary>Differences that should be zero.</summary>
internal static class FarthestFromZero
{
    /// <summary>The end of a difference's interval that is farther from zero, in size.</summary>
    public static double Size(this Number difference) => Math.Max(Math.Abs(difference.Lower()), Math.Abs(difference.Upper()));

    /// <summary>The difference whose interval reaches farthest.</summary>
    public static (string Of, Number Number) Worst(this IEnumerable<(string Of, Number Number)> differences) =>
        differences.MaxBy(entry => entry.Number.Size());
}
