using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;

namespace Research.Pipeline.Explain;

/// <summary>Finds out what a run would do, without running or writing anything.</summary>
internal sealed class Forecast
{
    private readonly Func<JobKey, CachedAction?> _find;
    private readonly JobKeys _keys;
    private readonly RerunReasons _reasons;
    private readonly bool _noCache;
    private readonly Dictionary<JobNode, JobForecast> _known = [];

    private Forecast(Func<JobKey, CachedAction?> find, JobKeys keys, RerunReasons reasons, bool noCache) =>
        (_find, _keys, _reasons, _noCache) = (find, keys, reasons, noCache);

    /// <summary>One forecast per job, in the order of the graph.</summary>
    /// <param name="graph">The jobs.</param>
    /// <param name="find">Looks a key up in the cache.</param>
    /// <param name="keys">Computes the keys.</param>
    /// <param name="reasons">Says why a job would run.</param>
    /// <param name="noCache">Every job would run.</param>
    public static IReadOnlyList<JobForecast> Of(
        JobGraph graph, Func<JobKey, CachedAction?> find, JobKeys keys, RerunReasons reasons, bool noCache)
    {
        var forecast = new Forecast(find, keys, reasons, noCache);
        return [.. graph.Jobs.Select(forecast.Of)];
    }

    private JobForecast Of(JobNode job)
    {
        if (!_known.TryGetValue(job, out var forecast))
            _known[job] = forecast = job.IsVerb ? OfVerb(job) : OfJob(job);
        return forecast;
    }

    private static JobForecast OfVerb(JobNode verb) =>
        new(verb, null, verb.Target.SkipReason is null ? new RerunReason.NeverCached() : null);

    private JobForecast OfJob(JobNode job)
    {
        var components = _keys.Of(job, source => Of(source).Output);
        var unknown = job.Inputs.OfType<JobInput.Artifacts>()
            .SelectMany(input => input.Jobs.Select((source, i) => (Source: source, Role: input.Roles[i])))
            .Where(input => Of(input.Source).Output is null)
            .ToList();
        if (_noCache)
            return new JobForecast(job, null, new RerunReason.Forced());
        if (unknown.Count > 0)
            return new JobForecast(job, null, InputsUnknown(job, components, unknown));
        return _find(components.Key) is { } cached
            ? new JobForecast(job, cached, null)
            : new JobForecast(job, null, _reasons.Of(job, components));
    }

    private RerunReason.InputsUnknown InputsUnknown(
        JobNode job, KeyComponents components, List<(JobNode Source, string Role)> unknown)
    {
        var roles = unknown.Select(input => "input." + input.Role).ToHashSet(StringComparer.Ordinal);
        var differences = _reasons.Differences(job, components, roles);
        return new RerunReason.InputsUnknown(
            [.. unknown.Select(input => input.Source).Distinct()], IsNew: differences is null, differences ?? []);
    }
}
