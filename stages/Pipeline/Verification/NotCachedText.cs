using Research.Pipeline.Explain;

namespace Research.Pipeline.Verification;

/// <summary>Names the jobs that cannot be verified because the store has no result of them.</summary>
internal static class NotCachedText
{
    private const int Named = 12;

    /// <summary>The lines; none if all jobs are cached.</summary>
    /// <param name="missing">The jobs that are not cached.</param>
    /// <param name="remedy">What to do about it.</param>
    /// <param name="namesAll">Names each, however many they are.</param>
    public static IReadOnlyList<string> Format(IReadOnlyList<JobForecast> missing, string remedy, bool namesAll)
    {
        if (missing.Count == 0)
            return [];
        var named = namesAll ? missing : [.. missing.Take(Named)];
        return
        [
            "",
            $"{missing.Count} {(missing.Count == 1 ? "job is" : "jobs are")} not cached, so not verified; {remedy}",
            .. named.Select(forecast => $"  {forecast.Job}: {ReasonText.Short(forecast.Reason!)}"),
            .. missing.Count > named.Count ? [$"  and {missing.Count - named.Count} more"] : Array.Empty<string>(),
        ];
    }
}
