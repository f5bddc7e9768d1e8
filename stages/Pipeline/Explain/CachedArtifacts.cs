using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explain;

/// <summary>Finds artifacts in the cache without running anything.</summary>
internal sealed class CachedArtifacts(
    TargetCatalog catalog, string root, ArtifactStore store, JobKeys keys, string profile)
{
    /// <summary>Full paths of the artifacts that an input stands for.</summary>
    /// <param name="source">The input.</param>
    /// <param name="usedBy">Who opens it, for messages.</param>
    /// <exception cref="InputException">The cache lacks one; the message says why it would have to run.</exception>
    public IReadOnlyList<string> Find(InputSource source, string usedBy)
    {
        var graph = JobGraphBuilder.Build(catalog, Targets(source, usedBy).Distinct(), root);
        var reasons = new RerunReasons(store, profile);
        var forecasts = Forecast.Of(graph, store.Find, keys, reasons, noCache: false).ToDictionary(forecast => forecast.Job);
        return [.. graph.Find(source, usedBy).Select(job => forecasts[job]).Select(forecast => forecast.Cached?.Output.Folder
            ?? throw new InputException(
                $"{forecast.Job} is not in the cache ({ReasonText.Short(forecast.Reason!)})",
                usedBy,
                $"Run it first: ./build.sh {forecast.Job.Target.Name} --profile {profile}, with the same parameters."))];
    }

    private IEnumerable<TargetDeclaration> Targets(InputSource source, string usedBy) => source switch
    {
        InputSource.OneJob(var target, _) => [catalog.Resolve(target, usedBy)],
        InputSource.ManyJobs(var target, _) => [catalog.Resolve(target, usedBy)],
        InputSource.Named(var parts) => parts.SelectMany(part => Targets(part.Value, usedBy)),
        _ => [],
    };
}
