using Research.Pipeline.Graph;
using Research.Pipeline.Locks;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>Tells the user what happens in a run, while it happens.</summary>
internal sealed class RunConsole(
    ConsoleLines lines,
    ILiveRegion? region,
    Verbosity verbosity,
    Paint paint,
    TimeProvider time,
    IRunWords words) : IRunObserver, IDisposable
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly List<Issue> _issues = [];
    private readonly HashSet<TargetNode> _announced = [];
    private readonly HashSet<JobRun> _running = [];
    private readonly Dictionary<TargetNode, int> _cached = [];
    private TargetNode? _current;
    private ITimer? _ticker;

    /// <summary>Warnings and errors so far, in the order in which they came.</summary>
    public IReadOnlyList<Issue> Issues
    {
        get
        {
            lock (_gate)
                return [.. _issues];
        }
    }

    /// <inheritdoc/>
    public void JobCached(JobRun job)
    {
        lock (_gate)
        {
            var target = job.Job.Target;
            _cached[target] = _cached.GetValueOrDefault(target) + 1;
            if (verbosity >= Verbosity.Verbose)
                Log(
                    "DBG",
                    $"{job.Job}: cached (key {job.Components!.Key.Digest.Short}, output {job.Output!.Digest.Short})");
        }
    }

    /// <inheritdoc/>
    public void JobSkipped(JobRun job, string reason)
    {
        lock (_gate)
        {
            if (verbosity >= Verbosity.Normal)
                Log("INF", $"{job.Job}: skipped, because this does not hold: {reason}");
        }
    }

    /// <inheritdoc/>
    public void JobStarted(JobRun job)
    {
        lock (_gate)
        {
            Announce(job);
            if (job.Job.IsVerb)
            {
                region?.Stop();
                return;
            }

            _running.Add(job);
            region?.Add(job, LabelOf(job));
            var isShown = verbosity >= Verbosity.Verbose || (verbosity == Verbosity.Normal && region is null);
            if (isShown)
                Log("INF", $"{LabelOf(job)}: {words.Started(job)}");
            if (region is null && verbosity >= Verbosity.Normal)
                _ticker ??= time.CreateTimer(_ => ShowProgress(), null, ProgressInterval, ProgressInterval);
        }
    }

    /// <inheritdoc/>
    public void JobWaits(JobRun job, LockHolder? holder)
    {
        lock (_gate)
        {
            if (verbosity >= Verbosity.Normal)
                Log(
                    "INF",
                    $"{LabelOf(job)}: waits for {holder?.ToString() ?? "another build"}, which works on the same job");
        }
    }

    /// <inheritdoc/>
    public void JobEnded(JobRun job)
    {
        lock (_gate)
        {
            _running.Remove(job);
            if (!job.Job.IsVerb)
                region?.Remove(job);
            if (job.Status == JobStatus.Failed)
                Report(new Issue(IsError: true, words.Failed(job)));
            else if (!job.Job.IsVerb && verbosity >= Verbosity.Normal)
                Log("INF", $"{LabelOf(job)}: {words.Ended(job)}");
        }
    }

    /// <inheritdoc/>
    public void Warned(JobRun job, string message) => Warn(message);

    /// <summary>A line of a verb.</summary>
    public void Inform(string message)
    {
        lock (_gate)
        {
            if (verbosity >= Verbosity.Normal)
                Log("INF", message);
        }
    }

    /// <summary>A warning; repeated at the end.</summary>
    public void Warn(string message)
    {
        lock (_gate)
            Report(new Issue(IsError: false, message));
    }

    /// <summary>An error; repeated at the end.</summary>
    public void Fail(string message)
    {
        lock (_gate)
            Report(new Issue(IsError: true, message));
    }

    /// <summary>Gives the terminal back.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _ticker?.Dispose();
            region?.Stop();
            lines.EndGroup();
        }
    }

    private void Announce(JobRun job)
    {
        var target = job.Job.Target;
        if (!_announced.Add(target) || verbosity < Verbosity.Minimal)
            return;
        _current = target;
        lines.BeginGroup(target.Name);
        var note = words.Note(target, _cached.GetValueOrDefault(target));
        lines.Write("");
        foreach (var line in TargetHeader.Format(target.Name, note, paint))
            lines.Write(line);
        lines.Write("");
    }

    private void ShowProgress()
    {
        lock (_gate)
        {
            foreach (var run in _running.OrderBy(run => run.Order))
            {
                if (run.Progress.Read() is { } reading && time.GetElapsedTime(run.StartedAt) >= ProgressInterval / 2)
                    Log("INF", $"{LabelOf(run)}: {string.Join(", ", ProgressText.Parts(reading))}");
            }
        }
    }

    private void Report(Issue issue)
    {
        _issues.Add(issue);
        Log(issue.IsError ? "ERR" : "WRN", issue.Text);
        lines.Annotate(issue);
    }

    private void Log(string level, string message)
    {
        var mark = level switch
        {
            "ERR" => paint.Red($"[{level}]"),
            "WRN" => paint.Yellow($"[{level}]"),
            _ => paint.Dim($"[{level}]"),
        };
        var stamp = paint.Dim(time.GetLocalNow().ToString("HH:mm:ss"));
        var indent = "\n" + new string(' ', "HH:mm:ss [INF] ".Length);
        lines.Write($"{stamp} {mark} {message.Replace("\n", indent, StringComparison.Ordinal)}");
    }

    private string LabelOf(JobRun run) => run.Job.Target == _current ? run.Job.Name : run.Job.ToString();
}
