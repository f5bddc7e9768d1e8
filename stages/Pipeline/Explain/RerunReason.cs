using Research.Pipeline.Graph;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Explain;

/// <summary>Why a job has to run.</summary>
internal abstract record RerunReason
{
    private RerunReason()
    {
    }

    /// <summary>No earlier run of the profile knows the job.</summary>
    public sealed record NeverRan : RerunReason;

    /// <summary>The key differs from that of the last run.</summary>
    /// <param name="Differences">In what, at least one.</param>
    public sealed record KeyChanged(IReadOnlyList<KeyDifference> Differences) : RerunReason;

    /// <summary>The record is there, but its artifact is missing or damaged.</summary>
    /// <param name="Output">Digest of the artifact, which a new run will give again.</param>
    public sealed record OutputDamaged(Digest Output) : RerunReason;

    /// <summary>The user asked for it: <c>--no-cache</c>.</summary>
    public sealed record Forced : RerunReason;

    /// <summary>A verb runs whenever it is asked for.</summary>
    public sealed record NeverCached : RerunReason;

    /// <summary>Its inputs are not known yet.</summary>
    /// <param name="Jobs">The jobs it reads from that would run before it, at least one.</param>
    /// <param name="IsNew">No earlier run of the profile knows the job.</param>
    /// <param name="Differences">In what the rest of the key differs from that of the last run; may be empty.</param>
    public sealed record InputsUnknown(
        IReadOnlyList<JobNode> Jobs, bool IsNew, IReadOnlyList<KeyDifference> Differences) : RerunReason;
}
