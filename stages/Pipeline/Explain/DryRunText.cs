namespace Research.Pipeline.Explain;

/// <summary>Lists what would run and why in a word: <c>--dry-run</c>.</summary>
internal static class DryRunText
{
    private const int ListedJobs = 3;
    private const int NamedTargets = 4;

    /// <summary>The lines.</summary>
    /// <param name="forecasts">All jobs of the run.</param>
    /// <param name="listsAll">Names each job, also where many have the same reason.</param>
    public static IReadOnlyList<string> Format(IReadOnlyList<JobForecast> forecasts, bool listsAll)
    {
        List<string> lines = [];
        foreach (var target in forecasts.GroupBy(forecast => forecast.Job.Target))
        {
            if (target.Key.IsVerb)
                lines.Add($"{target.Key.Name}  {OfVerb(target.Key.SkipReason)}");
            else
                lines.AddRange(OfTarget([.. target], listsAll));
        }

        var jobs = forecasts.Where(forecast => !forecast.Job.IsVerb).ToList();
        var running = jobs.Count(forecast => forecast.WouldRun);
        lines.Add($"{jobs.Count} jobs: {jobs.Count - running} cached, {running} would run. Nothing was executed.");
        return lines;
    }

    private static string OfVerb(string? skipReason) =>
        skipReason is null ? "would run" : $"would be skipped: {skipReason}";

    private static IEnumerable<string> OfTarget(IReadOnlyList<JobForecast> forecasts, bool listsAll)
    {
        var running = forecasts.Where(forecast => forecast.WouldRun).ToList();
        yield return $"{forecasts[0].Job.Target.Name}  {forecasts.Count - running.Count} of {forecasts.Count} cached"
            + (running.Count == 0 ? "" : $", {running.Count} would run");
        foreach (var group in running.GroupBy(forecast => Word(forecast.Reason!)))
        {
            var names = group.Select(forecast => forecast.Job.Name).ToList();
            if (!listsAll && names.Count > ListedJobs)
                names = [$"{names.Count} jobs"];
            foreach (var name in names)
                yield return $"  {name}: {group.Key}";
        }
    }

    private static string Word(RerunReason reason)
    {
        if (reason is not RerunReason.InputsUnknown(var jobs, _, _))
            return ReasonText.Short(reason);
        var targets = jobs.Select(job => job.Target.Name).Distinct().ToList();
        var more = targets.Count > NamedTargets ? $" and {targets.Count - NamedTargets} more" : "";
        return $"depends on {string.Join(", ", targets.Take(NamedTargets))}{more}";
    }
}
