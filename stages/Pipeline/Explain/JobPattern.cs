using System.IO.Enumeration;
using Research.Jobs;
using Research.Pipeline.Graph;
using Research.Pipeline.Parameters;

namespace Research.Pipeline.Explain;

/// <summary>
/// Names jobs: a target, a job, <c>Target / job</c>; with <c>*</c> and <c>?</c>; upper and lower case are the same.
/// </summary>
/// <param name="pattern">What the user typed; empty for all jobs.</param>
/// <param name="option">Where the user typed it, for the message.</param>
internal sealed class JobPattern(string pattern, string option = "--why")
{
    private readonly string _pattern = Compact(pattern);

    /// <summary>The jobs that match.</summary>
    /// <exception cref="InputException">None does.</exception>
    public IReadOnlyList<JobNode> Select(IReadOnlyList<JobNode> jobs)
    {
        var matching = jobs.Where(Matches).ToList();
        if (matching.Count > 0)
            return matching;
        var targets = jobs.Select(job => job.Target.Name).Distinct().ToList();
        List<string> names = targets.Count > 1 ? targets : [.. jobs.Select(job => job.Name)];
        var nearest = NearestMatch.Of(
            pattern, targets.Concat(jobs.Select(job => job.Name)).Concat(jobs.Select(job => job.ToString())));
        throw new InputException(
            $"no target or job is named '{pattern}'",
            option,
            nearest is null ? NearestMatch.Remedy(pattern, names) : $"Did you mean '{nearest}'?");
    }

    private bool Matches(JobNode job) =>
        _pattern.Length == 0
        || new[] { job.Target.Name, job.Name, $"{job.Target.Name}/{job.Name}", job.FolderName }
            .Any(name => FileSystemName.MatchesSimpleExpression(_pattern, Compact(name)));

    private static string Compact(string name) => name.Replace(" / ", "/", StringComparison.Ordinal).Trim();
}
