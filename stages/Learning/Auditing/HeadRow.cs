namespace Research.Learning.Auditing;

/// <summary>One of the facts that a training is determined by, which the head of its digest chain binds.</summary>
/// <param name="Name">What it is: <c>Model.Width</c>.</param>
/// <param name="Value">Its value as text; numbers so that they read back to the bit.</param>
public sealed record HeadRow(string Name, string Value);
