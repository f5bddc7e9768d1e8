using Research.Jobs;
using Research.Tables;

namespace Research.Skills.Bounds;

/// <summary>Performance curves (Arora &amp; Goyal 2023, Theorem 8), and the exact limit beside them.</summary>
public static class CompetenceCurve
{
    /// <summary>Writes a row for each share of skills.</summary>
    /// <exception cref="InputException">A quantity is out of range.</exception>
    public static void Measure(CompetenceCurveSpec item, Table<CompetenceCurveRow> output, JobContext job)
    {
        var bound = new CompetenceBound(item.Theta, item.SkillsOfText).Validate();
        Range.Between(item.Points, 1, 1_000_000, nameof(item.Points));
        output.Write(Enumerable.Range(1, item.Points).Select(point => Row(bound, (double)point / (item.Points + 1))));
    }

    private static CompetenceCurveRow Row(CompetenceBound bound, double alpha)
    {
        var exact = ExactAdversary.Beta(bound.Theta, bound.SkillsOfText, alpha);
        var exists = bound.Exists(alpha);
        return new(
            bound.Theta, bound.SkillsOfText, bound.LargestAlpha(), alpha, exists ? bound.LeastBeta(alpha) : null,
            exists ? bound.Competence(alpha) : null, exact, 1 - exact * bound.Theta);
    }
}
