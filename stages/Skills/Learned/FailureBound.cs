using Research.Skills.Bounds;

namespace Research.Skills.Learned;

/// <summary>The most that a share of failed texts can do to a share of the skills, as the theory bounds it (Arora &amp; Goyal 2023, Theorem 8).</summary>
internal static class FailureBound
{
    /// <summary>
    /// The largest share of the failed texts' edges that can lead to the items: beta_min alpha with the term for finitely many texts; 1, all
    /// of them, where the condition has no solution or nothing fails.
    /// </summary>
    /// <param name="theta">Share of texts that fail, 0 to 1.</param>
    /// <param name="alpha">Share of the items, above 0 and below 1.</param>
    /// <param name="skillsOfText">k.</param>
    /// <param name="itemsPerText">N2 / N1.</param>
    public static double EdgeShare(double theta, double alpha, int skillsOfText, double itemsPerText)
    {
        if (theta is 0 or 1) return 1;
        var bound = new CompetenceBound(theta, skillsOfText, itemsPerText);
        return bound.Exists(alpha) ? bound.LeastBeta(alpha) * alpha : 1;
    }

    /// <summary>
    /// What follows for the share of the items' edges that lead to failed texts: the edges of the failed texts that can lead there, over all
    /// that do; at most 1.
    /// </summary>
    /// <param name="theta">Share of texts that fail, 0 to 1.</param>
    /// <param name="alpha">Share of the items, above 0 and below 1.</param>
    /// <param name="edges">Share of all edges that lead to the items: about alpha.</param>
    /// <param name="skillsOfText">k.</param>
    /// <param name="itemsPerText">N2 / N1.</param>
    public static double Of(double theta, double alpha, double edges, int skillsOfText, double itemsPerText)
    {
        var value = theta * EdgeShare(theta, alpha, skillsOfText, itemsPerText) / edges;
        return value < 1 ? value : 1;
    }
}
