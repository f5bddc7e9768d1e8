namespace Research.Jobs;

/// <summary>The name a person probably meant when the one they gave is not known.</summary>
public static class NearestName
{
    /// <summary>
    /// The known names most like <paramref name="name"/>, best first: those within a third of its letters of edits
    /// (insert, delete, replace, swap neighbors; case counts for nothing), then those that contain it. Empty if none is
    /// alike.
    /// </summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names that exist.</param>
    /// <param name="most">How many to return at most.</param>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known, int most = 3)
    {
        var farthest = Math.Max(1, name.Length / 3);
        return known
            .Select(candidate => (Name: candidate, Distance: Rank(candidate)))
            .Where(candidate => candidate.Distance <= farthest + 1)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(most)
            .Select(candidate => candidate.Name)
            .ToList();

        int Rank(string candidate)
        {
            var distance = Distance(name, candidate);
            if (distance <= farthest) return distance;
            var contained = name.Length > 0 && candidate.Contains(name, StringComparison.OrdinalIgnoreCase);
            return contained ? farthest + 1 : int.MaxValue;
        }
    }

    /// <summary>A sentence for an error's remedy: <c>Did you mean x?</c>, or the list of what there is.</summary>
    public static string Suggestion(string name, IReadOnlyCollection<string> known)
    {
        var nearest = Of(name, known);
        if (nearest.Count > 0) return $"Did you mean {string.Join(" or ", nearest)}?";
        return known.Count == 0 ? "There are none." : $"There are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.";
    }

    /// <summary>Edits from one text to the other (optimal string alignment), ignoring case.</summary>
    public static int Distance(string first, string second)
    {
        var rows = new int[3][];
        for (var i = 0; i < rows.Length; i++) rows[i] = new int[second.Length + 1];
        for (var j = 0; j <= second.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= first.Length; i++)
        {
            var (current, previous, beforePrevious) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            current[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var replace = previous[j - 1] + (Same(first[i - 1], second[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(first[i - 1], second[j - 2]) && Same(first[i - 2], second[j - 1]))
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
            }
        }

        return rows[first.Length % 3][second.Length];

        static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
    }
}
