namespace Research.Mirage.Scores;

/// <summary>One imported score.</summary>
/// <param name="Family">Models that differ in size only.</param>
/// <param name="Model">The model.</param>
/// <param name="Scale">Its size, in whatever unit the source has; null if unknown.</param>
/// <param name="Step">Step of its training; null if there is no such thing.</param>
/// <param name="Shots">Number of examples in the prompt; empty if unknown.</param>
/// <param name="Task">The task.</param>
/// <param name="Metric">The metric, as the catalog writes it.</param>
/// <param name="Condition">Whatever else tells series apart, as <c>name=value · name=value</c>.</param>
/// <param name="Value">The score.</param>
public sealed record ScoreRow(
    string Family, string Model, double? Scale, double? Step, string Shots, string Task, string Metric, string Condition, double Value);
