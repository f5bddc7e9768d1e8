namespace Research.Pipeline.Parameters;

/// <summary>What the user may have meant.</summary>
internal static class NearestMatch
{
    /// <summary>The candidate with the fewest typing errors, or null if all are far off.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="candidates">What exists.</param>
    public static string? Of(string text, IEnumerable<string> candidates) =>
        candidates
            .Select(candidate => (candidate, Distance: Distance(text.ToUpperInvariant(), candidate.ToUpperInvariant())))
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

    /// <summary>
    /// Insertions, deletions, replacements and swaps of neighbors (Damerau 1964, optimal string alignment).
    /// </summary>
    internal static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, 1 + Math.Min(rows[i - 1, j], rows[i, j - 1]));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], 1 + rows[i - 2, j - 2]);
            }
        }

        return rows[left.Length, right.Length];
    }
}
