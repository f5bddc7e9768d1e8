using Research.Numerics.Statistics;

namespace Research.Mirage.Scores.Curves;

/// <summary>Counts, over pairs of curves, whether the smooth metric takes the jump away.</summary>
public static class PairSummary
{
    /// <summary>A row for each axis, sharp metric and smooth metric.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="smooth">The smooth metric of a pair, with what belongs to it.</param>
    public static IEnumerable<PairSummaryRow> Of(IReadOnlyList<PairRow> pairs, Func<PairRow, string> smooth) => pairs
        .GroupBy(pair => (pair.Axis, pair.Sharp, Smooth: smooth(pair)))
        .OrderBy(group => group.Key.Axis).ThenBy(group => group.Key.Sharp, StringComparer.Ordinal).ThenBy(group => group.Key.Smooth, StringComparer.Ordinal)
        .Select(group => Row(group.Key, [.. group]))
        .Where(row => row.Pairs > 0);

    private static PairSummaryRow Row((SeriesAxis Axis, string Sharp, string Smooth) key, List<PairRow> all)
    {
        var pairs = all.FindAll(pair => pair.IsComparable());
        if (pairs.Count == 0) return new(key.Axis, key.Sharp, key.Smooth, 0, all.Count, 0, 0, 0, 0, 0, 0, 0, 0, "");
        var lower = pairs.Count(pair => pair.SmoothScore < pair.SharpScore);
        var share = BinomialInterval.ClopperPearson(lower, pairs.Count);
        var jumps = pairs.Count(pair => pair.SharpJumps);
        var removed = pairs.Count(pair => pair.SharpJumps && !pair.SmoothJumps);
        var smoothOnly = pairs.Count(pair => pair.SmoothJumps && !pair.SharpJumps);
        return new(
            key.Axis, key.Sharp, key.Smooth, pairs.Count, all.Count - pairs.Count, Moments.Median([.. pairs.Select(pair => pair.SharpScore)]),
            Moments.Median([.. pairs.Select(pair => pair.SmoothScore)]), lower, share.Low, share.High, jumps, removed, smoothOnly,
            Words(share, jumps, removed, smoothOnly));
    }

    // The rule stands beside the table in the report.
    private static string Words(Estimate lower, int jumps, int removed, int smoothOnly)
    {
        var scores =
            lower.Low > 0.5 ? "the smooth metric lowers the score more often than not"
            : lower.High < 0.5 ? "the smooth metric does NOT lower the score: it is more often the higher one"
            : "no telling whether the smooth metric lowers the score";
        var taken =
            jumps == 0 ? "the sharp metric shows no jump to take away"
            : removed == jumps ? "it takes every jump away"
            : removed == 0 ? "it takes NO jump away"
            : $"it takes {removed} of {jumps} jumps away and leaves {jumps - removed}";
        var added = smoothOnly == 0 ? "" : $", and shows {smoothOnly} that the sharp one does not";
        return $"{scores}; {taken}{added}";
    }
}
