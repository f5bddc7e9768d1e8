namespace Research.Skills.Bounds;

/// <summary>How the wrong answers to cloze questions are computed.</summary>
/// <param name="Cells">Cells of the grid of coins that is searched for the largest difference.</param>
public sealed record ClozeErrorSpec(int Cells = 1000)
{
    /// <inheritdoc/>
    public override string ToString() => "two-way questions";
}
