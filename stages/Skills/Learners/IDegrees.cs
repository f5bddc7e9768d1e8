namespace Research.Skills.Learners;

/// <summary>A distribution of degrees on one side of a random graph: texts of a skill, or skills of a text.</summary>
public interface IDegrees
{
    /// <summary>Mean degree; above 0.</summary>
    double Mean { get; }

    /// <summary>L''(1) / L'(1): mean number of other edges of the node that an edge leads to.</summary>
    double Excess { get; }

    /// <summary>L(x): the generating function of a node's degree, x in [0, 1].</summary>
    double Node(double x);

    /// <summary>L'(x) / L'(1): that of the other edges of the node that an edge leads to.</summary>
    double Edge(double x);

    /// <summary>Probability that at most so many of a node's edges are marked, each with probability q.</summary>
    double NodeAtMost(int marked, double q);

    /// <summary>The same of the other edges of the node that an edge leads to.</summary>
    double EdgeAtMost(int marked, double q);
}
