namespace Research.Learning.Auditing;

/// <summary>Where a replay came to something else than the record.</summary>
/// <param name="After">Step of the last entry of the chain up to which both agree.</param>
/// <param name="Step">Step of the entry at which they do not.</param>
/// <param name="What">What differs there.</param>
public sealed record Mismatch(int After, int Step, string What)
{
    /// <summary>A line for a person.</summary>
    public override string ToString() => $"after step {After:N0}, up to step {Step:N0}: {What}";
}
