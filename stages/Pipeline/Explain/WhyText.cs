using Research.Pipeline.Fingerprints;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Explain;

/// <summary>Says of each job that would run why, by the components of its key: <c>--why</c>.</summary>
/// <param name="fingerprints">Knows which members of the code differ.</param>
internal sealed class WhyText(Fingerprinter fingerprints)
{
    private const int NamedJobs = 3;
    private const int ShownMembers = 12;

    private static readonly string NeverRan = ReasonText.Short(new RerunReason.NeverRan());

    /// <summary>The lines for some jobs; jobs of one target with the same reasons stand together.</summary>
    /// <param name="forecasts">The jobs asked for.</param>
    /// <param name="isExplicit">The user named them, so those that are up to date are said to be so.</param>
    public IReadOnlyList<string> Format(IReadOnlyList<JobForecast> forecasts, bool isExplicit)
    {
        List<string> lines = [];
        var running = forecasts.Where(forecast => forecast is { WouldRun: true, Job.IsVerb: false });
        var groups = running.GroupBy(forecast =>
            (forecast.Job.Target, string.Join('\n', Reasons(forecast, isAlone: false))));
        foreach (var group in groups)
        {
            var reasons = Reasons(group.First(), isAlone: group.Count() == 1);
            var jobs = group.Select(forecast => forecast.Job);
            lines.Add($"{Subject([.. jobs])} would run{(reasons[0] == NeverRan ? "" : " again")}:");
            lines.AddRange(reasons.Select(reason => "  " + reason));
        }

        var cached = forecasts.Where(forecast => forecast.Cached is not null).ToList();
        if (isExplicit && cached.Count <= NamedJobs)
            lines.AddRange(cached.Select(UpToDate));
        else if (isExplicit || lines.Count == 0)
            lines.Add($"{cached.Count} {(cached.Count == 1 ? "job is" : "jobs are")} up to date.");
        return lines;
    }

    private static string Subject(List<JobNode> jobs) => jobs.Count <= NamedJobs
        ? string.Join(", ", jobs)
        : $"{jobs[0]} and {jobs.Count - 1} more of {jobs[0].Target.Name}";

    private static string UpToDate(JobForecast forecast)
    {
        var record = forecast.Cached!.Record;
        return $"{forecast.Job} is up to date: key {record.Key.Digest.Short}, output {record.Output.Short}, "
            + $"made on {record.FinishedAt:yyyy-MM-dd} in {record.Seconds:0.0} s ({record.Machine})";
    }

    // What differs between the jobs of a group is left out unless the job is alone.
    private List<string> Reasons(JobForecast forecast, bool isAlone) => forecast.Reason switch
    {
        RerunReason.KeyChanged(var differences) =>
            [.. differences.SelectMany(difference => Lines(difference, forecast.Job, isAlone))],
        RerunReason.InputsUnknown(var jobs, var isNew, var differences) =>
        [
            .. isNew ? [NeverRan] : Array.Empty<string>(),
            .. differences.SelectMany(difference => Lines(difference, forecast.Job, isAlone)),
            $"depends on {Sources(jobs, isAlone)}, which would run",
        ],
        { } reason => [ReasonText.Short(reason)],
        _ => [],
    };

    private static string Sources(IReadOnlyList<JobNode> jobs, bool isAlone) => string.Join(", ", jobs
        .GroupBy(job => job.Target)
        .Select(group => isAlone && group.Count() == 1 ? group.First().ToString() : group.Key.Name));

    private IEnumerable<string> Lines(KeyDifference difference, JobNode job, bool isAlone)
    {
        var name = ReasonText.NameOf(difference);
        var members = fingerprints.Explain(difference);
        if (members.Count > 0)
        {
            foreach (var member in members.Take(ShownMembers))
                yield return $"code {member}";
            if (members.Count > ShownMembers)
                yield return $"{name}: {members.Count - ShownMembers} more members changed";
            yield break;
        }

        var isDigest = Digest.TryParse(difference.New ?? difference.Old, out _);
        var source = SourceOf(difference.Component, job) is { Length: > 0 } known ? $"  ({known})" : "";
        yield return isDigest && !isAlone
            ? $"{name} changed"
            : $"{name}  {Shown(difference.Old)} -> {Shown(difference.New)}{source}";
    }

    private static string Shown(string? value) =>
        value is null ? "(none)" : Digest.TryParse(value, out var digest) ? digest.Short : value;

    private static string SourceOf(string component, JobNode job)
    {
        foreach (var input in job.Inputs)
        {
            if (input is JobInput.Repository source && component == "input." + source.Role)
                return source.Path;
            if (input is not JobInput.Artifacts artifacts)
                continue;
            for (var i = 0; i < artifacts.Jobs.Count; i++)
            {
                if (component == "input." + artifacts.Roles[i])
                    return artifacts.Jobs[i].ToString();
            }
        }

        return "";
    }
}
