using Research.Jobs;

namespace Research.Pipeline.Parameters;

/// <summary>What the user may have meant.</summary>
internal static class NearestMatch
{
    /// <summary>The candidate with the fewest typing errors, or null if all are far off.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Of(string text, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (candidate, Distance: NearestName.Distance(text, candidate)))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(text.Length, pair.candidate.Length) * 2 / 5))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

    /// <summary>A remedy: <c>Did you mean 'Train'?</c>, or else <c>There are: Corpora, Train.</c></summary>
    public static string Remedy(string text, IReadOnlyCollection<string> candidates) =>
        Of(text, candidates) is { } nearest ? $"Did you mean '{nearest}'?"
        : candidates.Count == 0 ? "There are none."
        : $"There are: {string.Join(", ", candidates)}.";
}
