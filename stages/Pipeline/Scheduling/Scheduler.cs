using Research.Jobs;
using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// Runs the jobs of a graph: those whose inputs are known and that are not in the cache, as many at once as the cores
/// allow. All decisions are taken in one loop; only the jobs themselves run elsewhere.
/// </summary>
internal sealed class Scheduler(
    RunState state,
    ArtifactStore store,
    JobKeys keys,
    JobRunner runner,
    RunSettings settings,
    IRunObserver observer,
    TimeProvider time)
{
    private readonly JobPool<JobOutcome> _pool =
        new(settings.Cores, (run, stop) => runner.RunAsync(run, state.RunOf, stop), observer, time);

    private readonly RerunReasons _reasons = new(store, settings.Profile);
    private readonly Dictionary<JobRun, int> _missing = [];
    private readonly Dictionary<JobRun, List<JobRun>> _dependents = [];
    private readonly Queue<JobRun> _settling = [];
    private bool _hasFailed;

    /// <summary>Runs everything that can be run. Failures are in the state, not thrown.</summary>
    /// <param name="cancellation">The user's wish to stop: running jobs are aborted.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CountDependencies();
        while (true)
        {
            Settle();
            if (_hasFailed && !settings.KeepGoing)
                await stop.CancelAsync().ConfigureAwait(false);
            if (!stop.IsCancellationRequested)
                _pool.Dispatch(stop.Token);
            if (_pool.IsIdle)
                return;
            var (run, outcome) = await _pool.NextAsync().ConfigureAwait(false);
            End(run, outcome);
        }
    }

    private void CountDependencies()
    {
        foreach (var run in state.Runs)
        {
            var needed = run.Job.Inputs.OfType<JobInput.Artifacts>().SelectMany(input => input.Jobs)
                .Concat(run.Job.Target.Prerequisites.SelectMany(target => target.Jobs))
                .Distinct().Select(state.RunOf).ToList();
            foreach (var source in needed)
                Dependents(source).Add(run);
            if ((_missing[run] = needed.Count) == 0)
                _settling.Enqueue(run);
        }
    }

    private List<JobRun> Dependents(JobRun run) =>
        _dependents.TryGetValue(run, out var dependents) ? dependents : _dependents[run] = [];

    // Everything that can be decided without running anything.
    private void Settle()
    {
        while (_settling.TryDequeue(out var run))
        {
            try
            {
                if (run.Job.IsVerb)
                    SettleVerb(run);
                else
                    SettleJob(run);
            }
            catch (InputException e)
            {
                Fail(run, e);
                observer.JobEnded(run);
            }

            if (run.IsDone)
                Release(run);
        }
    }

    private void SettleVerb(JobRun run)
    {
        var unmet = run.Job.Target.SkipReason
            ?? run.Job.Target.Declaration.DynamicConditions.Find(condition => !condition.IsMet())?.Text;
        if (unmet is null)
        {
            run.Reason = new RerunReason.NeverCached();
            _pool.Add(run);
            return;
        }

        run.Job.Target.SkipReason = unmet;
        run.Status = JobStatus.Skipped;
        observer.JobSkipped(run, unmet);
    }

    private void SettleJob(JobRun run)
    {
        run.Components = keys.Of(run.Job, job => state.RunOf(job).Output!.Digest);
        if (!settings.NoCache && store.Find(run.Components.Key) is { } cached)
        {
            Complete(run, JobStatus.Cached, cached.Record, cached.Output);
            observer.JobCached(run);
            return;
        }

        run.Reason = settings.NoCache ? new RerunReason.Forced() : _reasons.Of(run.Job, run.Components);
        _pool.Add(run);
    }

    private void Complete(JobRun run, JobStatus status, ActionRecord record, StoredObject output)
    {
        (run.Status, run.Record, run.Output) = (status, record, output);
        store.SetLatest(settings.Profile, record.Target, record.Job, record.Key);
        ArtifactLink.Set(state.LinkOf(run.Job), output);
    }

    private void Release(JobRun run)
    {
        foreach (var dependent in Dependents(run))
        {
            if (--_missing[dependent] == 0 && dependent.Status == JobStatus.NotRun)
                _settling.Enqueue(dependent);
        }
    }

    private void End(JobRun run, JobOutcome outcome)
    {
        try
        {
            Apply(run, outcome);
        }
        catch (InputException e)
        {
            Fail(run, e);
        }

        if (run.Status == JobStatus.NotRun)
            return;
        observer.JobEnded(run);
        if (run.IsDone)
            Release(run);
    }

    private void Apply(JobRun run, JobOutcome outcome)
    {
        switch (outcome)
        {
            case JobOutcome.Succeeded(var record, var output):
                Complete(run, JobStatus.Succeeded, record, output);
                break;
            case JobOutcome.CachedMeanwhile(var (record, output)):
                Complete(run, JobStatus.Cached, record, output);
                break;
            case JobOutcome.VerbDone:
                run.Status = JobStatus.Succeeded;
                break;
            case JobOutcome.InputsDamaged(var inputs):
                Rebuild(run, inputs);
                break;
            case JobOutcome.Failed(var failure):
                Fail(run, failure);
                break;
            default:
                run.Status = JobStatus.Aborted;
                break;
        }
    }

    private void Fail(JobRun run, Exception failure)
    {
        (run.Status, run.Failure) = (JobStatus.Failed, failure);
        _hasFailed |= !run.IsDone;
    }

    // The inputs' own inputs are known, so they settle again; the store no longer has them, so they will run.
    private void Rebuild(JobRun run, IReadOnlyList<JobRun> inputs)
    {
        run.Status = JobStatus.NotRun;
        foreach (var input in inputs.Where(input => input.IsOver && store.TryOpen(input.Output!.Digest) is null))
        {
            input.Status = JobStatus.NotRun;
            _settling.Enqueue(input);
            foreach (var dependent in Dependents(input))
            {
                _missing[dependent]++;
                _pool.Remove(dependent);
            }
        }

        if (_missing[run] == 0)
            _settling.Enqueue(run);
    }
}
