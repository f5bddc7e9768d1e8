namespace Research.Skills.Bounds;

/// <summary>Keeps the worst of many pairs of a set of skills and a set of failed texts on one graph.</summary>
/// <param name="graph">The graph.</param>
/// <param name="item">The experiment.</param>
internal sealed class WorstCase(SkillGraph graph, AdversarySpec item)
{
    /// <summary>Relative margin below which an excess over the bound counts as rounding.</summary>
    private const double Margin = 1e-9;

    private readonly Dictionary<(double Alpha, int Count), (double Limit, double Finite)?> bounds = [];
    private readonly int[] counts = new int[graph.Skills];
    private readonly bool[] failedOfWorst = new bool[graph.Texts];
    private (double Alpha, double Ratio, double Bound, double Finite) worst;
    private double share = double.NegativeInfinity;
    private double quantile;
    private int violations;

    /// <summary>Pairs taken into account so far.</summary>
    public int Sets { get; private set; }

    /// <summary>Takes a pair into account, if the bound speaks of it.</summary>
    /// <param name="alpha">Measure of the set of skills.</param>
    /// <param name="count">Number of its skills.</param>
    /// <param name="edges">Edges between the two sets.</param>
    /// <param name="failed">The failed texts; empty if they are to be named only when this is the worst.</param>
    /// <returns>Whether this is the worst so far.</returns>
    public bool Add(double alpha, int count, long edges, ReadOnlySpan<bool> failed = default)
    {
        if (!bounds.TryGetValue((alpha, count), out var bound)) bounds[(alpha, count)] = bound = BoundOf(alpha, count);
        if (bound is not { } of) return false;
        Sets++;
        var ratio = edges / (alpha * item.Failing * graph.SkillsOfText);
        if (ratio > of.Finite * (1 + Margin)) violations++;
        if (!failed.IsEmpty) Quantile(failed);
        if (!(ratio / of.Finite > share)) return false;
        share = ratio / of.Finite;
        worst = (alpha, ratio, of.Limit, of.Finite);
        if (!failed.IsEmpty) failed.CopyTo(failedOfWorst);
        return true;
    }

    /// <summary>Names the failed texts of the worst pair.</summary>
    public void Name(ReadOnlySpan<bool> failed)
    {
        Quantile(failed);
        failed.CopyTo(failedOfWorst);
    }

    /// <summary>The row of the graph; some pair has been taken into account.</summary>
    public AdversaryRow Row(int number)
    {
        graph.CountFailed(failedOfWorst, counts);
        var failure = 0.0;
        for (var skill = 0; skill < graph.Skills; skill++)
            if (graph.Degrees[skill] > 0) failure += graph.Measure.Weights[skill] * counts[skill] / graph.Degrees[skill];
        return new(
            item.Adversary, graph.Skills, graph.Texts, graph.SkillsOfText, item.Theta, item.Zipf, number, Sets, violations, worst.Alpha, worst.Ratio,
            worst.Bound, worst.Finite, ExactAdversary.Beta(item.Theta, graph.SkillsOfText, worst.Alpha), quantile, failure);
    }

    /// <summary>The failed share of the best of the skills that fail most, of which there is the aimed share.</summary>
    private void Quantile(ReadOnlySpan<bool> failed)
    {
        graph.CountFailed(failed, counts);
        var order = Enumerable.Range(0, graph.Skills)
            .Select(skill => (Share: graph.Degrees[skill] > 0 ? (double)counts[skill] / graph.Degrees[skill] : 0, Skill: skill))
            .OrderByDescending(entry => entry.Share).ThenBy(entry => entry.Skill);
        var above = 0.0;
        foreach (var (failing, skill) in order)
        {
            above += graph.Measure.Weights[skill];
            if (above < item.Alpha * (1 - Margin)) continue;
            if (failing / item.Theta > quantile) quantile = failing / item.Theta;
            return;
        }
    }

    private (double Limit, double Finite)? BoundOf(double alpha, int count)
    {
        // The union bound counts sets of so many skills, whatever their measure.
        var entropy = Information.Entropy((double)count / graph.Skills) / Information.Entropy(alpha);
        var finite = new CompetenceBound(item.Theta, graph.SkillsOfText, entropy * graph.Skills / graph.Texts);
        if (!finite.Exists(alpha)) return null;
        return (new CompetenceBound(item.Theta, graph.SkillsOfText).LeastBeta(alpha), finite.LeastBeta(alpha));
    }
}
