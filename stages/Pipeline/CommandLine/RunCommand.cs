using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Graph;
using Research.Pipeline.Parameters;
using Research.Pipeline.Records;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.CommandLine;

/// <summary>Runs the jobs of a graph and tells the user about it.</summary>
internal sealed class RunCommand(
    BuildHost host,
    BuildSession session,
    Invocation invocation,
    JobGraph graph,
    IReadOnlyList<ParameterSetting> parameters)
{
    /// <summary>What a user is told who asks the run to stop.</summary>
    public const string Stopping = "stopping: the running jobs are asked to end; another Ctrl-C kills them";

    private static readonly TimeSpan SizePatience = TimeSpan.FromMilliseconds(150);

    private readonly bool _printsResult = graph.Targets.Any(target => target.Declaration.PrintsResult);
    private readonly Paint _paint = new(host.UsesColor);

    // A verb that prints its result, and needs nothing for it, is all that a user wants to see.
    private bool IsSilent => _printsResult && graph.Targets.Count == 1;

    private Verbosity Verbosity => IsSilent ? Verbosity.Quiet : invocation.Verbosity;

    private TextWriter Output => _printsResult ? host.Error : host.Output;

    /// <summary>Runs everything.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> ExecuteAsync()
    {
        var region = host.IsInteractive && Verbosity >= Verbosity.Normal
            ? new LiveRegion(Output, host.UsesColor, host.Time)
            : null;
        var lines = new ConsoleLines(Output, region, host.IsGitHub);
        using var console = new RunConsole(lines, region, Verbosity, _paint, host.Time, new RunWords(host.Root));
        using var stopping = host.Cancellation.UnsafeRegister(_ => console.Inform(Stopping), null);
        using var store = new ArtifactStore(Path.Combine(host.Root, "artifacts", "store"), console.Warn);
        var settings = new RunSettings(
            session.Profile,
            session.Cores,
            session.ArtifactsFolder,
            MachineText,
            invocation.NoCache,
            invocation.KeepGoing);
        var state = session.State = new RunState(graph, settings, host.Time);
        var recorder = session.Recorder = new RunRecorder(
            host.Root, state, settings, parameters, session.Versions, host.Time);
        session.Log = new BuildLog(console);
        session.Store = store;
        if (Verbosity >= Verbosity.Minimal)
            lines.Write(_paint.Dim(FirstLine(store)));

        var sources = new RepositoryDigests(host.Root);
        var stage = new StageRunner(new InProcessExecutor(), session.Device, sources, output => store.Verify(output.Digest) is not null);
        var runner = new JobRunner(store, stage, settings, console, host.Time);
        var keys = new JobKeys(store.Fingerprints, sources);
        var scheduler = new Scheduler(state, store, keys, runner, settings, console, host.Time);
        await scheduler.RunAsync(host.Cancellation).ConfigureAwait(false);

        console.Dispose();
        StaleLinks.Remove(state);
        WriteLockFile(state, recorder, console);
        return Conclude(lines, console, state, recorder);
    }

    // A large store takes long to measure: then its size is left out rather than waited for. On a thread of its own, because those of
    // the pool may all be taken.
    private string FirstLine(ArtifactStore store)
    {
        var size = Task.Factory.StartNew(() => store.Bytes, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var isKnown = size.Wait(SizePatience);
        var stored = isKnown ? $" · store {Sizes.Format(size.Result)}" : "";
        return Banner.Of(session.Profile, MachineText) + stored;
    }

    private string MachineText => Machine.Shown(session.Cores, session.Device);

    // A run of verbs alone is none that a reader of the lock file would ask about.
    private void WriteLockFile(RunState state, RunRecorder recorder, RunConsole console)
    {
        if (state.Runs.All(run => run.Job.IsVerb))
            return;
        try
        {
            RunLockFile.Write(Path.Combine(session.ArtifactsFolder, "run.json"), recorder.Take());
        }
        catch (InputException e)
        {
            console.Fail(e.Message);
        }
    }

    private static string Saved(RunState state)
    {
        var cached = state.Runs.Where(run => run.Status == JobStatus.Cached);
        var seconds = cached.Aggregate(0.0, (sum, run) => sum + run.Record!.Seconds);
        return seconds < 1 ? "" : $"the cache saved {Durations.Format(TimeSpan.FromSeconds(seconds))} of work";
    }

    private int Conclude(ConsoleLines lines, RunConsole console, RunState state, RunRecorder recorder)
    {
        var hasFailed = console.Issues.Any(issue => issue.IsError);
        var verdict = hasFailed ? RunVerdict.Failed
            : state.Runs.All(run => run.IsDone) ? RunVerdict.Succeeded
            : RunVerdict.Cancelled;
        List<string> last = [];
        if (Verbosity >= Verbosity.Minimal)
        {
            last.AddRange(RunSummary.Issues(console.Issues, _paint));
            last.Add("");
            last.AddRange(SummaryTable.Format(
                RunSummary.Rows(state, session.Reported, host.Time), recorder.Elapsed, Saved(state), _paint));
        }

        last.AddRange(session.Conclusions);
        if (Verbosity >= Verbosity.Minimal)
            last.Add("");
        if (!IsSilent)
            last.Add(RunSummary.LastLine(verdict, host.Time.GetLocalNow(), _paint));
        last.ForEach(lines.Write);
        return verdict switch
        {
            RunVerdict.Succeeded => ExitCode.Succeeded,
            RunVerdict.Cancelled => ExitCode.Cancelled,
            _ => ExitCode.Failed,
        };
    }
}
