using System.Threading.Channels;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// The jobs that could run now: starts as many at once as the cores allow, in the order of the graph, and hands over how each ended.
/// Used by one loop; only the jobs themselves run elsewhere.
/// </summary>
/// <typeparam name="TOutcome">How an attempt to run a job ended.</typeparam>
/// <param name="cores">Cores that jobs may keep busy together.</param>
/// <param name="work">Runs a job to its end; throws nothing.</param>
/// <param name="observer">Is told of each start.</param>
/// <param name="time">The clock.</param>
internal sealed class JobPool<TOutcome>(
    int cores, Func<JobRun, CancellationToken, Task<TOutcome>> work, IRunObserver observer, TimeProvider time)
{
    private readonly Channel<(JobRun Run, TOutcome Outcome)> _outcomes = Channel.CreateUnbounded<(JobRun, TOutcome)>();
    private readonly SortedSet<JobRun> _waiting =
        new(Comparer<JobRun>.Create((left, right) => left.Order.CompareTo(right.Order)));

    private int _free = cores;
    private int _running;

    /// <summary>Nothing runs.</summary>
    public bool IsIdle => _running == 0;

    /// <summary>Adds a job.</summary>
    public void Add(JobRun run) => _waiting.Add(run);

    /// <summary>Takes a job out that has not started.</summary>
    public void Remove(JobRun run) => _waiting.Remove(run);

    /// <summary>Starts jobs first, as many as the cores allow; a verb has the machine for itself.</summary>
    /// <param name="cancellation">Stops what is started.</param>
    public void Dispatch(CancellationToken cancellation)
    {
        foreach (var run in _waiting.Where(run => !run.Job.IsVerb).ToList())
        {
            if (_free == 0)
                return;
            var waiting = _waiting.Count(other => !other.Job.IsVerb);
            Start(run, Math.Min(run.Job.Target.Declaration.Cores, Math.Max(1, _free / waiting)), cancellation);
        }

        if (IsIdle && _waiting.Min is { } verb)
            Start(verb, _free, cancellation);
    }

    /// <summary>Waits for the next job to end.</summary>
    public async Task<(JobRun Run, TOutcome Outcome)> NextAsync()
    {
        var (run, outcome) = await _outcomes.Reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
        _running--;
        _free += run.Threads;
        run.Duration = time.GetElapsedTime(run.StartedAt);
        return (run, outcome);
    }

    private void Start(JobRun run, int threads, CancellationToken cancellation)
    {
        _waiting.Remove(run);
        _free -= threads;
        _running++;
        (run.Status, run.Threads, run.StartedAt) = (JobStatus.Running, threads, time.GetTimestamp());
        observer.JobStarted(run);
        _ = Task.Run(WorkAndTellAsync, CancellationToken.None);

        async Task WorkAndTellAsync()
        {
            var outcome = await work(run, cancellation).ConfigureAwait(false);
            _outcomes.Writer.TryWrite((run, outcome));
        }
    }
}
