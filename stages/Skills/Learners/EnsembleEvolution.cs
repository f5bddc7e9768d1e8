namespace Research.Skills.Learners;

/// <summary>
/// Density evolution of a D-skill learner on random graphs of any degrees (reference B2, derived here). On edges:
/// p = P(at most D - 1 of a text's other skills are novel); q = (1 - known) λ(1 - p), λ the generating function of a
/// skill's other texts.
/// </summary>
/// <param name="Learner">The learner.</param>
/// <param name="TextsOfSkill">Degrees of skills.</param>
/// <param name="SkillsOfText">Degrees of texts.</param>
public sealed record EnsembleEvolution(SkillLearner Learner, IDegrees TextsOfSkill, IDegrees SkillsOfText)
{
    /// <summary>Share of the skills that are known before, at random; from 0 to 1.</summary>
    public double Known { get; init; }

    /// <summary>R: texts for each skill, as the mean degrees have it.</summary>
    public double Ratio => TextsOfSkill.Mean / SkillsOfText.Mean;

    /// <summary>The next q of an edge.</summary>
    public double Next(double unlearned) => (1 - Known) * TextsOfSkill.Edge(1 - Teaches(unlearned));

    /// <summary>Where the recursion ends, from a start; q of an edge.</summary>
    /// <exception cref="Jobs.InputException">The start is not a probability.</exception>
    public FixedPoint Solve(double start = 1) => Iteration.Solve(Next, start);

    /// <summary>Share of skills that are not learned, from the q of an edge.</summary>
    public double Unlearned(double edge) => (1 - Known) * TextsOfSkill.Node(1 - Teaches(edge));

    /// <summary>A fresh text contains an unknown skill, from the q of an edge.</summary>
    public double TestingError(double edge) => 1 - SkillsOfText.Node(1 - Unlearned(edge));

    /// <summary>A training text still contains an unknown skill, from the q of an edge.</summary>
    public double TrainingError(double edge) => 1 - SkillsOfText.NodeAtMost(Learner.Limit, edge);

    private double Teaches(double unlearned) => SkillsOfText.EdgeAtMost(Learner.Limit - 1, unlearned);
}
