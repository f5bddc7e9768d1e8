namespace Research.Mirage.Scores.Checks;

/// <summary>Something that the data check found.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="What">What was found, and why it matters.</param>
/// <param name="Count">How often.</param>
/// <param name="Of">What is counted: <c>rows</c>, <c>series</c>, <c>families</c>.</param>
/// <param name="Examples">The first places or names; empty if there is nothing to show.</param>
public sealed record Finding(Outcome Outcome, string What, long Count, string Of, string Examples);
