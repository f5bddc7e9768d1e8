using System.Runtime.InteropServices;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Parameters;
using Research.Pipeline.Plan;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Records;

/// <summary>Describes a run as far as it has come.</summary>
internal sealed class RunRecorder(
    string root,
    RunState state,
    RunSettings settings,
    IReadOnlyList<ParameterSetting> parameters,
    IReadOnlyDictionary<string, string> versions,
    TimeProvider time)
{
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly long _startedAt = time.GetTimestamp();

    // Asks git while the run does its work.
    private readonly Task<string> _commit = Task.Run(() => SourceRevision.Describe(root));

    /// <summary>Wall time since the beginning.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_startedAt);

    /// <summary>The run up to now.</summary>
    public RunRecord Take() => new(
        settings.Profile,
        _commit.GetAwaiter().GetResult(),
        _started,
        Math.Round(Elapsed.TotalSeconds, 3),
        JobKey.Scheme,
        Machine.Read(),
        new SortedDictionary<string, string>(versions.ToDictionary(), StringComparer.Ordinal)
        {
            [".NET"] = Environment.Version.ToString(),
            ["research"] = typeof(RunRecorder).Assembly.GetName().Version?.ToString(3) ?? "",
            ["runtime identifier"] = RuntimeInformation.RuntimeIdentifier,
        },
        new SortedDictionary<string, string>(
            parameters.Where(setting => setting.Value is not null)
                .ToDictionary(setting => setting.Member.Name, setting => setting.Member.Type.Show(setting.Value!)),
            StringComparer.Ordinal),
        [.. state.Graph.Targets.Select(Describe)],
        [.. state.Runs.Where(run => !run.Job.IsVerb).Select(Describe)])
    {
        Graph = new Lazy<string>(() => GraphSvg.Draw([.. state.Graph.Targets.Select(Draw)])),
    };

    private TargetRecord Describe(TargetNode target)
    {
        var tally = new TargetTally(target, [.. state.RunsOf(target)]);
        return new TargetRecord(
            target.Name,
            target.Declaration.Description,
            tally.Status,
            [.. target.Needs.Select(needed => needed.Name)],
            target.IsVerb ? 0 : target.Jobs.Count,
            tally.Cached,
            Math.Round(tally.Busy(time).TotalSeconds, 3),
            Math.Round(tally.Runs.Aggregate(0.0, (sum, run) => sum + (run.Record?.Seconds ?? 0)), 3));
    }

    private PlanTarget Draw(TargetNode target)
    {
        var runs = state.RunsOf(target).ToList();
        var work = runs.Aggregate(TimeSpan.Zero, (sum, run) => sum + TimeSpan.FromSeconds(run.Record?.Seconds ?? 0));
        var label = target.IsVerb
            ? "verb"
            : $"{runs.Count} {(runs.Count == 1 ? "job" : "jobs")}, {Durations.Format(work)}";
        return new PlanTarget(target, runs.Count(run => run.IsDone), label);
    }

    private static JobRecord Describe(JobRun run) => new(
        run.Job.Target.Name,
        run.Job.Name,
        run.Status,
        run.Components?.Key,
        run.Components,
        run.Output?.Digest,
        run.Record?.Seconds ?? 0,
        run.Record?.PeakBytes ?? 0,
        run.Record?.Machine ?? "",
        run.Record?.FinishedAt);
}
