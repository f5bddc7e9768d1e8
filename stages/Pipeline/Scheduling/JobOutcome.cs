using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>How an attempt to run a job ended.</summary>
internal abstract record JobOutcome
{
    private JobOutcome()
    {
    }

    /// <summary>Its artifact and record are in the store.</summary>
    public sealed record Succeeded(ActionRecord Record, StoredObject Output) : JobOutcome;

    /// <summary>While it waited for its lock, another build did the work.</summary>
    public sealed record CachedMeanwhile(CachedAction Action) : JobOutcome;

    /// <summary>A verb came to its end.</summary>
    public sealed record VerbDone : JobOutcome;

    /// <summary>It could not start: these inputs turned out to be damaged, and have to be made again.</summary>
    public sealed record InputsDamaged(IReadOnlyList<JobRun> Inputs) : JobOutcome;

    /// <summary>It failed.</summary>
    public sealed record Failed(Exception Failure) : JobOutcome;

    /// <summary>It was stopped.</summary>
    public sealed record Aborted : JobOutcome;
}
