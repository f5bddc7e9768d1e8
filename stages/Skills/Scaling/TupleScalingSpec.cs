namespace Research.Skills.Scaling;

/// <summary>How far a model is scaled up.</summary>
/// <param name="Steps">Powers of ten to follow, at least 2.</param>
/// <param name="SkillsOfText">k.</param>
/// <param name="Alpha">Share of the tuples that is left out.</param>
/// <param name="Competence">Competence on the others that is asked for.</param>
/// <param name="Parameters">N of the model that scaling starts from.</param>
/// <param name="Tokens">D of that model.</param>
public sealed record TupleScalingSpec(
    int Steps = 4, int SkillsOfText = 8, double Alpha = 0.2, double Competence = 0.5, double Parameters = 70e9, double Tokens = 1.4e12)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Steps} powers of ten";
}
