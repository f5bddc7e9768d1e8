using Research.Numerics.Statistics;

namespace Research.Summaries;

/// <summary>
/// Estimates with the interval that the data allow: over seeds where there are several, else over parts of the one
/// seed's data.
/// </summary>
public static class Spread
{
    /// <summary>Into how many blocks data are cut for an interval.</summary>
    public const int Blocks = 10;

    /// <summary>
    /// Mean over seeds with Student's interval; with one seed the interval of <paramref name="within"/>.
    /// </summary>
    /// <param name="bySeed">The quantity of each seed.</param>
    /// <param name="within">Estimates the quantity from the data of the only seed.</param>
    public static Estimate OverSeeds(IReadOnlyList<double> bySeed, Func<Estimate> within) =>
        bySeed.Count > 1 ? StudentInterval.OfMean(bySeed.ToArray()) : within();

    /// <summary>
    /// Mean of a quantity over seeds with Student's interval; with one seed, the interval over its rows.
    /// </summary>
    /// <param name="rows">The rows of all seeds.</param>
    /// <param name="seed">The seed of a row.</param>
    /// <param name="of">The quantity.</param>
    public static Estimate OfMean<TRow>(IReadOnlyList<TRow> rows, Func<TRow, int> seed, Func<TRow, double> of) =>
        OverSeeds(
            [.. rows.GroupBy(seed).Select(group => Moments.Mean([.. group.Select(of)]))],
            () => StudentInterval.OfMean([.. rows.Select(of)]));

    /// <summary>
    /// A share over seeds; with one seed Clopper and Pearson's interval. The ends stay within 0 and 1.
    /// </summary>
    /// <param name="counts">Successes and trials of each seed.</param>
    public static Estimate OfShare(IReadOnlyList<(int Successes, int Trials)> counts)
    {
        var estimate = OverSeeds(
            [.. counts.Select(count => count.Successes / (double)count.Trials)],
            () => BinomialInterval.ClopperPearson(counts[0].Successes, counts[0].Trials));
        return estimate with
        {
            Low = estimate.Low < 0 ? 0 : estimate.Low,
            High = estimate.High > 1 ? 1 : estimate.High,
        };
    }

    /// <summary>
    /// A statistic of data cut into <see cref="Blocks"/> blocks: its value on all the data, Student's interval from its
    /// values on the blocks.
    /// </summary>
    /// <param name="data">The data, in the order they were drawn; at least <see cref="Blocks"/>.</param>
    /// <param name="statistic">Computes the statistic from some of the data.</param>
    public static Estimate OverBlocks<T>(IReadOnlyList<T> data, Func<IReadOnlyList<T>, double> statistic)
    {
        var value = statistic(data);
        var margin = StudentInterval.OfMean([.. BlocksOf(data).Select(statistic)]).Margin;
        return new Estimate(value, value - margin, value + margin, data.Count);
    }

    /// <summary>The blocks: every tenth of the data belongs to one, so that each spans the whole course.</summary>
    public static IEnumerable<IReadOnlyList<T>> BlocksOf<T>(IReadOnlyList<T> data) => Enumerable.Range(0, Blocks)
        .Select(block => data.Where((_, index) => index % Blocks == block).ToList());
}
