using System.Globalization;

namespace Research.Skills.Bounds;

/// <summary>A performance curve: competence by share of skills.</summary>
/// <param name="Theta">theta, share of texts that fail, in (0, 1).</param>
/// <param name="SkillsOfText">k, at least 1.</param>
/// <param name="Points">The curve is computed at alpha = 1 / (Points + 1), 2 / (Points + 1), ...</param>
public sealed record CompetenceCurveSpec(double Theta, int SkillsOfText, int Points = 99)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"theta={Theta} k={SkillsOfText}");
}
