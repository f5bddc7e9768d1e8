using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Verification;

/// <summary>What a verification found out about some jobs: those of a target, or all.</summary>
/// <param name="Name">The target.</param>
/// <param name="Reproduced">Jobs that wrote the bytes of the store.</param>
/// <param name="Differing">Jobs that wrote other bytes, or whose stored bytes are not those recorded.</param>
/// <param name="Failed">Jobs that came to no result.</param>
/// <param name="NotCached">Jobs of which the store has no result.</param>
/// <param name="Duration">Time during which at least one job ran.</param>
internal sealed record VerificationRow(
    string Name, int Reproduced, int Differing, int Failed, int NotCached, TimeSpan Duration)
{
    /// <summary>Jobs that came to a result.</summary>
    public int Verified => Reproduced + Differing;

    /// <summary>Counts.</summary>
    public static VerificationRow Of(
        string name,
        IReadOnlyList<JobRun> runs,
        IReadOnlyDictionary<JobRun, VerificationOutcome> outcomes,
        TimeSpan duration)
    {
        var over = runs.Select(run => outcomes.GetValueOrDefault(run)).ToList();
        return new VerificationRow(
            name,
            over.Count(outcome => outcome is VerificationOutcome.Reproduced),
            over.Count(outcome => outcome is VerificationOutcome.Differs),
            over.Count(outcome => outcome is VerificationOutcome.InputsDamaged or VerificationOutcome.Failed),
            runs.Count(run => run.Record is null),
            duration);
    }
}
