namespace Research.Mirage.Metrics;

/// <summary>
/// Subset accuracy (Schaeffer et al. 2023, section 5 and appendix B): an answer counts only if all of its K parts are right.
/// </summary>
public static class SubsetAccuracy
{
    /// <summary>Whether all parts are right.</summary>
    /// <exception cref="ArgumentException">There are no parts.</exception>
    public static bool Of(ReadOnlySpan<bool> parts) =>
        parts.IsEmpty ? throw new ArgumentException("There are no parts.", nameof(parts)) : !parts.Contains(false);

    /// <summary>
    /// Subset accuracy over independent items: the share of the subsets of a size whose items are all right, over every subset,
    /// C(hits, size) / C(items, size). Its expectation is p^size for items that are right with probability p.
    /// </summary>
    /// <param name="hits">Items that are right.</param>
    /// <param name="items">Items in all.</param>
    /// <param name="size">Items in a subset, 1 to <paramref name="items"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The counts do not fit together.</exception>
    public static double OverSubsets(int hits, int items, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, items);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, items);
        var share = 1.0;
        for (var i = 0; i < size; i++) share *= Math.Max(0, hits - i) / (double)(items - i);
        return share;
    }
}
