namespace Research.Skills.Learners;

/// <summary>The thresholds of a learner over the load.</summary>
/// <param name="Limit">D.</param>
/// <param name="MostMultiple">The largest load, as a multiple of the critical one.</param>
/// <param name="Points">Loads to compute them at.</param>
public sealed record PhaseSpec(int Limit, double MostMultiple, int Points)
{
    /// <inheritdoc/>
    public override string ToString() => $"D={Limit}";
}
