namespace Research.Languages.LabelledText;

/// <summary>A label that was kept: a row of <c>labels.parquet</c>.</summary>
/// <param name="Label">The label.</param>
/// <param name="Train">Its texts to learn from; at least 1.</param>
/// <param name="Validation">Its texts held out.</param>
public sealed record LabelCount(string Label, long Train, long Validation);
