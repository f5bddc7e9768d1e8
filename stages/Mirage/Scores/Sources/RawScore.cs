namespace Research.Mirage.Scores.Sources;

/// <summary>A score as its source has it: texts, which may be missing or nonsense.</summary>
/// <param name="Place">Where it stands: <c>row 17</c>, or file and key.</param>
/// <param name="Selected">The user's condition holds for it.</param>
/// <param name="Family">The family of models.</param>
/// <param name="Model">The model.</param>
/// <param name="Scale">The model's size.</param>
/// <param name="Step">Step of the training.</param>
/// <param name="Shots">Examples in the prompt.</param>
/// <param name="Task">The task.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Value">The score.</param>
/// <param name="Conditions">One cell for each name of <see cref="IScoreSource.Conditions"/>.</param>
internal readonly record struct RawScore(
    Place Place, bool Selected, string? Family, string? Model, string? Scale, string? Step, string? Shots, string? Task, string? Metric,
    string? Value, IReadOnlyList<string?> Conditions);
