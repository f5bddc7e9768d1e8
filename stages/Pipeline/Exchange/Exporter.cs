using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>Makes a store with all that the jobs of some targets read, so that these can run elsewhere.</summary>
internal sealed class Exporter(TargetCatalog catalog, string root, ArtifactStore store, JobKeys keys, string profile)
{
    /// <summary>Copies the cache entries of all jobs that those of the targets need, their own left out.</summary>
    /// <param name="targets">The targets to run elsewhere.</param>
    /// <param name="folder">Full path of the new store.</param>
    /// <param name="usedBy">Who asks, for messages.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InputException">The cache lacks one of them, or the folder cannot be written.</exception>
    public ExportResult Export(IReadOnlyList<Delegate> targets, string folder, string usedBy, CancellationToken cancellation)
    {
        var wanted = targets.Select(target => catalog.Resolve(target, usedBy)).ToHashSet();
        var graph = JobGraphBuilder.Build(catalog, wanted, root);
        var forecasts = Forecast.Of(graph, store.Find, keys, new RerunReasons(store, profile), noCache: false);
        var needed = forecasts.Where(forecast => !forecast.Job.IsVerb && !wanted.Contains(forecast.Job.Target.Declaration)).ToList();
        if (needed.Find(forecast => forecast.Cached is null) is { } missing)
            throw new InputException(
                $"{missing.Job}, which the worker needs, is not in the cache ({ReasonText.Short(missing.Reason!)})", usedBy,
                $"Run it first: ./build.sh {missing.Job.Target.Name} --profile {profile}, with the same parameters.");
        using var bundle = new ArtifactStore(folder);
        foreach (var forecast in needed)
        {
            cancellation.ThrowIfCancellationRequested();
            EntryCopy.Put(forecast.Cached!, bundle);
        }

        return new ExportResult(
            graph.Jobs.Count(job => wanted.Contains(job.Target.Declaration)), needed.Count, needed.Sum(forecast => forecast.Cached!.Output.Bytes));
    }
}
