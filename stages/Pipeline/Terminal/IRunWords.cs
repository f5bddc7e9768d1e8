using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>What a console says about the jobs of a run.</summary>
internal interface IRunWords
{
    /// <summary>Stands beside the name of a target whose first job starts.</summary>
    /// <param name="target">The target.</param>
    /// <param name="cached">How many of its jobs are known to be cached.</param>
    string Note(TargetNode target, int cached);

    /// <summary>A job starts.</summary>
    string Started(JobRun job);

    /// <summary>A job is over and did not fail.</summary>
    string Ended(JobRun job);

    /// <summary>A job failed; several lines.</summary>
    string Failed(JobRun job);
}
