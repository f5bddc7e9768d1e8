namespace Research.Reporting.Claims;

/// <summary>A statement of a paper with the rule that judges it from measured numbers.</summary>
public abstract class Claim
{
    /// <summary>The stable name of the claim: in <c>numbers.json</c>, in the report, in snapshots.</summary>
    public abstract string Id { get; }

    /// <summary>What the paper says, in a sentence.</summary>
    public abstract string Statement { get; }

    /// <summary>Where the paper says it.</summary>
    public abstract Citation Source { get; }

    /// <summary>When the verdict is which, with every threshold; what <see cref="Judge"/> computes.</summary>
    public abstract string Rule { get; }

    /// <summary>Applies the rule.</summary>
    /// <exception cref="Jobs.InputException">A number that the rule needs was not measured.</exception>
    public abstract Verdict Judge(Evidence evidence);
}
