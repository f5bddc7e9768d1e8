namespace Research.Mirage.Metrics;

/// <summary>
/// Levenshtein distance over tokens (Levenshtein 1966; Schaeffer et al. 2023, appendix A.1): the fewest substitutions, additions and
/// deletions that turn the output into the target.
/// </summary>
public static class TokenEditDistance
{
    /// <summary>The longest target whose row of the dynamic program lies on the stack.</summary>
    private const int OnStack = 128;

    /// <summary>The distance: 0 to the longer one's length.</summary>
    public static int Of(ReadOnlySpan<int> output, ReadOnlySpan<int> target)
    {
        // Equal ends cost nothing, and most of an answer that is nearly right is equal.
        while (output.Length > 0 && target.Length > 0 && output[^1] == target[^1])
        {
            output = output[..^1];
            target = target[..^1];
        }

        var common = output.CommonPrefixLength(target);
        output = output[common..];
        target = target[common..];
        if (output.IsEmpty || target.IsEmpty) return output.Length + target.Length;

        var row = target.Length < OnStack ? stackalloc int[target.Length] : new int[target.Length];
        for (var j = 0; j < row.Length; j++) row[j] = j + 1;
        for (var i = 0; i < output.Length; i++)
        {
            // The row holds the distances of output[..i] to target[..(j + 1)]; diagonal and left belong to column j.
            int diagonal = i, left = i + 1;
            for (var j = 0; j < row.Length; j++)
            {
                var above = row[j];
                var best = output[i] == target[j] ? diagonal : diagonal + 1;
                if (above + 1 < best) best = above + 1;
                if (left + 1 < best) best = left + 1;
                (diagonal, left, row[j]) = (above, best, best);
            }
        }

        return row[^1];
    }
}
