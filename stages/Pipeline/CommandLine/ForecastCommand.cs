using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Plan;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.CommandLine;

/// <summary>Tells what a run would do, and does nothing of it: <c>--dry-run</c>, <c>--why</c>, <c>--plan</c>.</summary>
internal sealed class ForecastCommand(BuildHost host, BuildSession session, Invocation invocation, JobGraph graph)
{
    /// <summary>Prints or writes what was asked for.</summary>
    /// <exception cref="InputException">No job is of the name given to <c>--why</c>.</exception>
    public int Execute()
    {
        using var store = new ArtifactStore(Path.Combine(host.Root, "artifacts", "store"), host.Error.WriteLine);
        var keys = new JobKeys(store.Fingerprints, new RepositoryDigests(host.Root));
        var forecasts = Forecast.Of(graph, store.Find, keys, new RerunReasons(store, session.Profile), invocation.NoCache);
        if (invocation.IsPlan)
            WritePlan(forecasts);
        if (invocation.IsDryRun)
            Print(DryRunText.Format(forecasts, listsAll: invocation.Verbosity == Verbosity.Verbose));
        if (invocation.IsWhy)
        {
            var asked = new JobPattern(invocation.WhyPattern).Select(graph.Jobs).ToHashSet();
            forecasts = [.. forecasts.Where(forecast => asked.Contains(forecast.Job))];
            Print(new WhyText(store.Fingerprints).Format(forecasts, isExplicit: invocation.WhyPattern.Length > 0));
        }

        return ExitCode.Succeeded;
    }

    private void Print(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
            host.Output.WriteLine(line);
    }

    private void WritePlan(IReadOnlyList<JobForecast> forecasts)
    {
        var cached = forecasts.Where(forecast => forecast.Cached is not null).ToLookup(forecast => forecast.Job.Target);
        var targets = graph.Targets.Select(target => PlanTarget.Of(target, cached[target].Count()));
        var page = PlanPage.Format(session.Profile, [.. targets]);
        var path = Path.Combine(session.ArtifactsFolder, "plan.html");
        try
        {
            Directory.CreateDirectory(session.ArtifactsFolder);
            File.WriteAllText(path + ".new", page);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }

        host.Output.WriteLine(Path.GetRelativePath(host.Root, path));
    }
}
