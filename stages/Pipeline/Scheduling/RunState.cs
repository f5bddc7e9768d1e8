using Research.Pipeline.Graph;

namespace Research.Pipeline.Scheduling;

/// <summary>What becomes of the jobs of a graph in one run.</summary>
internal sealed class RunState
{
    private readonly Dictionary<JobNode, JobRun> _runs;
    private readonly string _artifacts;

    /// <summary>All jobs, none of which has run.</summary>
    public RunState(JobGraph graph, RunSettings settings, TimeProvider time)
    {
        Graph = graph;
        _artifacts = settings.ArtifactsFolder;
        Runs = [.. graph.Jobs.Select((job, i) => new JobRun(job, i, new ProgressMeter(time)) { LogFile = LogOf(job) })];
        _runs = Runs.ToDictionary(run => run.Job);
    }

    public JobGraph Graph { get; }

    /// <summary>By target, then by item.</summary>
    public IReadOnlyList<JobRun> Runs { get; }

    public JobRun RunOf(JobNode job) => _runs[job];

    public IEnumerable<JobRun> RunsOf(TargetNode target) => target.Jobs.Select(RunOf);

    /// <summary>Full path under which the profile shows a job's artifact.</summary>
    public string LinkOf(JobNode job) =>
        Path.Combine(FolderOf(job.Target), job.FolderName);

    /// <summary>Full path of the folder in which the profile shows a target's artifacts.</summary>
    public string FolderOf(TargetNode target) => Path.Combine(_artifacts, target.Folder);

    private string LogOf(JobNode job) => job.IsVerb
        ? ""
        : Path.Combine(_artifacts, "logs", FolderNames.KebabCase(job.Target.Name), job.FolderName + ".log");
}
