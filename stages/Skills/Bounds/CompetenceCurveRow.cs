namespace Research.Skills.Bounds;

/// <summary>A point of a performance curve.</summary>
/// <param name="Theta">theta, share of texts that fail.</param>
/// <param name="SkillsOfText">k.</param>
/// <param name="LargestAlpha">Share of skills above which the bound says nothing.</param>
/// <param name="Alpha">Share of the skills.</param>
/// <param name="Beta">beta_min; null where there is none.</param>
/// <param name="Competence">1 - beta_min theta, at least 0; null where there is no bound.</param>
/// <param name="ExactBeta">beta_exact, what the worst failures can do to that share when texts are many.</param>
/// <param name="ExactCompetence">1 - beta_exact theta.</param>
public sealed record CompetenceCurveRow(
    double Theta, int SkillsOfText, double LargestAlpha, double Alpha, double? Beta, double? Competence, double ExactBeta, double ExactCompetence);
