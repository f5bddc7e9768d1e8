namespace Research.Reporting.Claims;

/// <summary>A place in a paper.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Place">The place: <c>Proposition 1</c>, <c>section 8</c>.</param>
public sealed record Citation(Paper Paper, string Place)
{
    /// <inheritdoc />
    public override string ToString() => $"{Paper.Name}, {Place}";
}
