using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Verification;

/// <summary>How the attempt to reproduce a job ended.</summary>
internal abstract record VerificationOutcome
{
    private VerificationOutcome()
    {
    }

    /// <summary>It wrote the bytes of the store.</summary>
    public sealed record Reproduced : VerificationOutcome;

    /// <summary>It wrote other bytes than the store has.</summary>
    /// <param name="Received">Digest of the artifact it wrote.</param>
    /// <param name="IsSound">The artifact in the store is what its own digest says; if not, it was damaged or altered.</param>
    /// <param name="Files">The files that differ; none if only the stored manifest is damaged.</param>
    /// <param name="Kept">Full path of what it wrote.</param>
    public sealed record Differs(Digest Received, bool IsSound, IReadOnlyList<FileDifference> Files, string Kept)
        : VerificationOutcome;

    /// <summary>It could not run: these jobs' artifacts are missing or damaged in the store.</summary>
    public sealed record InputsDamaged(IReadOnlyList<JobRun> Inputs) : VerificationOutcome;

    /// <summary>It failed.</summary>
    public sealed record Failed(Exception Failure) : VerificationOutcome;

    /// <summary>It was stopped.</summary>
    public sealed record Aborted : VerificationOutcome;
}
