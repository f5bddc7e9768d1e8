namespace Research.Skills.Bounds;

/// <summary>The worst that an adversary did on one graph, beside what the bound allows.</summary>
/// <param name="Adversary">Who chose the failed texts.</param>
/// <param name="Skills">N2.</param>
/// <param name="Texts">N1.</param>
/// <param name="SkillsOfText">k.</param>
/// <param name="Theta">theta.</param>
/// <param name="Zipf">Exponent of the skills' frequencies; 0: equal.</param>
/// <param name="Graph">Number of the graph.</param>
/// <param name="Sets">Pairs of a set of skills and failed texts that were examined and that the bound speaks of.</param>
/// <param name="Violations">Those with more edges than the bound of finite size allows.</param>
/// <param name="Alpha">Measure of the skills in the worst of them, that is with the largest share of its bound.</param>
/// <param name="Ratio">Its beta: edges between its skills and its failed texts over alpha theta k N1.</param>
/// <param name="Bound">beta_min at its alpha, in the paper's limit of many texts per skill.</param>
/// <param name="FiniteBound">beta_min at its alpha and N2 / N1.</param>
/// <param name="Exact">beta_exact at its alpha, the limit of what can be done.</param>
/// <param name="Quantile">
/// Largest share of failed texts among the edges of a skill, over theta, that the aimed share of the skills reaches, over all sets;
/// the theorem says at most beta_min.
/// </param>
/// <param name="FailureOfSkills">Share of failed texts among the edges of a skill, mean over the measure of the skills, for the worst set.</param>
public sealed record AdversaryRow(
    Adversary Adversary,
    int Skills,
    int Texts,
    int SkillsOfText,
    double Theta,
    double Zipf,
    int Graph,
    int Sets,
    int Violations,
    double Alpha,
    double Ratio,
    double Bound,
    double FiniteBound,
    double Exact,
    double Quantile,
    double FailureOfSkills);
