namespace Research.Mirage.Metrics;

/// <summary>Longest common subsequences of token sequences, by dynamic programming.</summary>
internal static class LongestCommonSubsequence
{
    /// <summary>
    /// Marks the tokens of a reference that one longest common subsequence takes. Of several, the one found from the end: a pair of equal
    /// tokens is taken, else the reference's last token is left out unless that shortens the subsequence.
    /// </summary>
    /// <param name="reference">The reference.</param>
    /// <param name="candidate">The other sequence.</param>
    /// <param name="taken">One mark a token of the reference; marks are only ever set.</param>
    public static void Mark(ReadOnlySpan<int> reference, ReadOnlySpan<int> candidate, Span<bool> taken)
    {
        var lengths = new int[reference.Length + 1, candidate.Length + 1];
        for (var i = 1; i <= reference.Length; i++)
        {
            for (var j = 1; j <= candidate.Length; j++)
            {
                lengths[i, j] = reference[i - 1] == candidate[j - 1]
                    ? lengths[i - 1, j - 1] + 1
                    : Math.Max(lengths[i - 1, j], lengths[i, j - 1]);
            }
        }

        for (int i = reference.Length, j = candidate.Length; i > 0 && j > 0;)
        {
            if (reference[i - 1] == candidate[j - 1])
            {
                taken[--i] = true;
                j--;
            }
            else if (lengths[i - 1, j] >= lengths[i, j - 1])
            {
                i--;
            }
            else
            {
                j--;
            }
        }
    }
}
