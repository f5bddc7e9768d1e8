namespace Research.Evaluation.Ginc;

/// <summary>The course of a GINC training: how far the model is from the language, and what it makes of examples.</summary>
/// <param name="Prompts">The prompts that are asked at each snapshot, those of seen concepts with the most examples.</param>
/// <param name="Windows">Validation windows, at least 1.</param>
public sealed record GincCourseSpec(GincPromptSpec Prompts, int Windows)
{
    /// <inheritdoc/>
    public override string ToString() => Prompts.Training.ToString();
}
