using Research.Jobs;
using Research.Pipeline.Explain;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>
/// Takes results of another machine into the store. All of them are checked before the first is taken; each is then whole or absent,
/// so that an import that was stopped can simply be run again.
/// </summary>
/// <remarks>
/// What is checked: every byte, by digest; that each key is that of a job of this plan, computed here, from the code, the parameters and
/// the inputs that this build has; that the store has no other result of that key. Whether the job's result is the right one is what
/// <c>Audit</c> and <c>Verify</c> tell.
/// </remarks>
internal sealed class Importer(TargetCatalog catalog, string root, ArtifactStore store, JobKeys keys, string profile)
{
    private const int Named = 3;

    /// <summary>Imports.</summary>
    /// <param name="from">Full path of a folder, or of a tar archive.</param>
    /// <param name="progress">Told of every entry.</param>
    /// <param name="cancellation">Ends the work; what was taken by then is whole.</param>
    /// <exception cref="InputException">Something is not as it should be; nothing was taken.</exception>
    public ImportResult Import(string from, IProgress<JobProgress> progress, CancellationToken cancellation)
    {
        if (!File.Exists(from))
            return Take(ForeignStore.In(from).Read(progress, cancellation), progress, cancellation);
        using var unpacked = store.Stage();
        ResultArchive.Unpack(from, unpacked.Folder, cancellation);
        return Take(ForeignStore.In(unpacked.Folder).Read(progress, cancellation), progress, cancellation);
    }

    private ImportResult Take(IReadOnlyList<ForeignEntry> entries, IProgress<JobProgress> progress, CancellationToken cancellation)
    {
        var jobs = Plan(entries);
        var missing = jobs.Where(entry => store.Find(entry.Record.Key) is null).ToList();
        foreach (var entry in missing)
        {
            cancellation.ThrowIfCancellationRequested();
            EntryCopy.Put(entry.AsCached, store);
            progress.Report(new JobProgress(missing.IndexOf(entry) + 1, missing.Count, "results", $"{entry}"));
        }

        return new ImportResult([.. missing.Select(entry => entry.Record)], jobs.Count - missing.Count, missing.Sum(entry => entry.Output.Bytes));
    }

    // The entries in the order of the plan: a job's inputs come before it.
    private List<ForeignEntry> Plan(IReadOnlyList<ForeignEntry> entries)
    {
        var byKey = entries.ToDictionary(entry => entry.Record.Key);
        var targets = entries.Select(entry => entry.Record.Target).Distinct().Select(catalog.Find).OfType<Dsl.TargetDeclaration>()
            .Where(target => !target.IsVerb);
        var graph = JobGraphBuilder.Build(catalog, targets, root);

        // A job's input may itself be among the entries.
        var forecasts = Forecast.Of(
            graph, key => store.Find(key) ?? byKey.GetValueOrDefault(key)?.AsCached, keys, new RerunReasons(store, profile), noCache: false);
        var planned = forecasts.Where(forecast => forecast.Cached is not null && byKey.ContainsKey(forecast.Cached.Record.Key)).ToList();
        var known = planned.Select(forecast => byKey[forecast.Cached!.Record.Key]).ToList();
        CheckStrangers([.. entries.Except(known)], forecasts);
        foreach (var (forecast, entry) in planned.Zip(known))
            Check(forecast, entry);
        return known;
    }

    private static void Check(JobForecast forecast, ForeignEntry entry)
    {
        if (forecast.Job.Target.Name != entry.Record.Target || forecast.Job.Name != entry.Record.Job)
            throw new InputException($"it calls itself {entry}", $"the result of {forecast.Job}", "Do not trust it; nothing was imported.");
        if (forecast.Cached!.Output.Digest != entry.Output.Digest)
            throw new InputException(
                $"the store has {forecast.Cached.Output.Digest.Short}, made on {forecast.Cached.Record.Machine}; the import has "
                + $"{entry.Output.Digest.Short}, made on {entry.Record.Machine}",
                $"{forecast.Job}", "One of the two machines computed wrongly: Verify tells whether it was this one. Nothing was imported.");
    }

    private void CheckStrangers(IReadOnlyList<ForeignEntry> strangers, IReadOnlyList<JobForecast> forecasts)
    {
        if (strangers.Count == 0)
            return;
        var outputs = forecasts.ToDictionary(forecast => forecast.Job, forecast => forecast.Output);
        var named = strangers.Take(Named).Select(stranger => $"{stranger} ({Reason(stranger)})");
        var more = strangers.Count > Named ? $", and {strangers.Count - Named} more" : "";
        throw new InputException(
            $"{strangers.Count} of its results belong to no job of profile {profile}: {string.Join(", ", named)}{more}",
            "--from",
            "Give the profile and the parameters that the worker was published and run with, on the sources that it was published from; "
            + "for other sources, publish a new worker. Nothing was imported.");

        string Reason(ForeignEntry stranger)
        {
            var job = outputs.Keys.FirstOrDefault(job => job.Target.Name == stranger.Record.Target && job.Name == stranger.Record.Job);
            if (job is null)
                return "there is no such job";
            var differences = KeyDifference.Between(stranger.Record.Components, keys.Of(job, source => outputs.GetValueOrDefault(source)));
            return differences.Count > 0
                ? ReasonText.Short(new RerunReason.KeyChanged(differences))
                : "its key depends on results that are neither here nor in the import";
        }
    }
}
