using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Explain;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Graph;
using Research.Pipeline.Locks;
using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;
using Research.Pipeline.Terminal;
using Research.Pipeline.Verification;

namespace Research.Pipeline.CommandLine;

/// <summary>
/// Runs the cached jobs of a graph again, compares every byte with the store, and tells the user about it. The store is only read.
/// </summary>
internal sealed class VerifyCommand(
    BuildHost host, BuildSession session, Invocation invocation, JobGraph graph, string verb, VerificationSpec spec)
{
    private readonly Paint _paint = new(host.UsesColor);
    private readonly Dictionary<JobRun, VerificationOutcome> _outcomes = [];
    private readonly string _seed = spec.Seed ?? JobSample.NewSeed();

    // Not among the profile's artifacts, where a differing table would be taken for one of them.
    private readonly string _folder = Path.Combine(host.Root, ".nuke", "temp", "verify", session.Profile);

    private RunSettings Settings => new(
        session.Profile, session.Cores, Path.Combine(_folder, "received"), Machine.Shown(session.Cores, session.Device));

    private string Remedy => $"run ./build.sh {string.Join(' ', graph.Targets.Where(IsAsked).Select(target => target.Name))}"
        + (session.Profile == Invocation.DefaultProfile ? "" : $" --profile {session.Profile}");

    /// <summary>Verifies.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">Nothing of what was asked for is cached.</exception>
    public async Task<int> ExecuteAsync()
    {
        var started = host.Time.GetTimestamp();
        var region = host.IsInteractive && invocation.Verbosity >= Verbosity.Normal
            ? new LiveRegion(host.Output, host.UsesColor, host.Time)
            : null;
        var lines = new ConsoleLines(host.Output, region, host.IsGitHub);
        var words = new VerificationWords(_outcomes, host.Root, session.Profile);
        using var console = new RunConsole(lines, region, invocation.Verbosity, _paint, host.Time, words);
        using var stopping = host.Cancellation.UnsafeRegister(_ => console.Inform(RunCommand.Stopping), null);
        using var store = new ArtifactStore(Path.Combine(host.Root, "artifacts", "store"), console.Warn);
        using var workspace = new Workspace(Path.Combine(_folder, "tmp"));
        var state = new RunState(graph, Settings, host.Time);
        var sources = new RepositoryDigests(host.Root);
        var missing = Look(state, store, new JobKeys(new Fingerprinter(Path.Combine(_folder, "fingerprints"), workspace), sources));
        var chosen = Choose(state);
        if (invocation.Verbosity >= Verbosity.Minimal)
            lines.Write(_paint.Dim($"{Banner.Of(session.Profile, Settings.Machine)} · {Plan(state, chosen)}"));
        if (invocation.IsDryRun)
            return List(chosen, missing, lines);

        var stage = new StageRunner(new InProcessExecutor(), session.Device, sources, ArtifactStore.IsSound);
        var runner = new VerificationRunner(
            stage, new ArtifactComparison(spec.Formats), state, workspace, new KeyLocks(Path.Combine(_folder, "locks")), console);
        await new Verifier(runner, _outcomes, Settings, console, host.Time)
            .RunAsync(chosen, host.Cancellation).ConfigureAwait(false);
        console.Dispose();
        return Conclude(lines, console, state, chosen, missing, host.Time.GetElapsedTime(started));
    }

    private bool IsAsked(TargetNode target) => !graph.Targets.Any(other => other.Needs.Contains(target));

    // Finds each job's result in the store, and says of which there is none.
    private List<JobForecast> Look(RunState state, ArtifactStore store, JobKeys keys)
    {
        var forecasts = Forecast.Of(graph, store.Peek, keys, new RerunReasons(store, session.Profile), noCache: false)
            .Where(forecast => !forecast.Job.IsVerb)
            .ToList();
        foreach (var forecast in forecasts.Where(forecast => forecast.Cached is not null))
        {
            var run = state.RunOf(forecast.Job);
            (run.Status, run.Record, run.Output) = (JobStatus.Cached, forecast.Cached!.Record, forecast.Cached.Output);
            run.Components = run.Record.Components;
        }

        return [.. forecasts.Where(forecast => forecast.Cached is null)];
    }

    private IReadOnlyList<JobRun> Choose(RunState state)
    {
        var cached = state.Runs.Where(run => run.Record is not null).ToList();
        var jobs = state.Runs.Count(run => !run.Job.IsVerb);
        if (jobs == 0)
            throw new InputException(
                $"{string.Join(", ", graph.Targets)} has no jobs, so there is nothing to verify", verb, "Name a target that has some.");
        if (cached.Count == 0)
            throw new InputException(
                $"none of the {jobs} jobs of profile {session.Profile} is cached, so there is nothing to verify",
                verb,
                $"First {Remedy}.");
        return spec.Sample is { } count ? JobSample.Of(cached, count, _seed) : cached;
    }

    private string Plan(RunState state, IReadOnlyList<JobRun> chosen)
    {
        var cached = state.Runs.Count(run => run.Record is not null);
        return spec.Sample is null
            ? $"{cached} cached {(cached == 1 ? "job" : "jobs")}"
            : $"{chosen.Count} of {cached} cached jobs, picked by --sample-seed {_seed}";
    }

    private int List(IReadOnlyList<JobRun> chosen, List<JobForecast> missing, ConsoleLines lines)
    {
        foreach (var run in chosen)
            lines.Write($"{run.Job}: would be run again");
        foreach (var line in NotCachedText.Format(missing, Remedy, namesAll: true))
            lines.Write(line);
        return ExitCode.Succeeded;
    }

    private int Conclude(
        ConsoleLines lines,
        RunConsole console,
        RunState state,
        IReadOnlyList<JobRun> chosen,
        List<JobForecast> missing,
        TimeSpan elapsed)
    {
        var total = VerificationRow.Of("Total", [.. state.Runs.Where(run => !run.Job.IsVerb)], _outcomes, elapsed);
        var verdict = total.Differing + total.Failed > 0 ? RunVerdict.Failed
            : total.Reproduced == chosen.Count ? RunVerdict.Succeeded
            : RunVerdict.Cancelled;
        List<string> last = [];
        if (invocation.Verbosity >= Verbosity.Minimal)
        {
            last.AddRange(RunSummary.Issues(console.Issues, _paint));
            last.AddRange(NotCachedText.Format(missing, Remedy, namesAll: invocation.Verbosity == Verbosity.Verbose));
            last.Add("");
            last.AddRange(VerificationTable.Format([.. graph.Targets.Where(target => !target.IsVerb).Select(RowOf)], total, _paint));
        }

        last.Add(VerificationTable.LastLine(total, chosen.Count, verdict, _paint));
        last.ForEach(lines.Write);
        return verdict switch
        {
            RunVerdict.Succeeded => ExitCode.Succeeded,
            RunVerdict.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Failed,
        };

        VerificationRow RowOf(TargetNode target)
        {
            var tally = new TargetTally(target, [.. state.RunsOf(target)]);
            return VerificationRow.Of(target.Name, tally.Runs, _outcomes, tally.Busy(host.Time));
        }
    }
}
