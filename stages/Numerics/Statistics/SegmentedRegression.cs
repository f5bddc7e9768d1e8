namespace Research.Numerics.Statistics;

/// <summary>
/// Continuous regression by straight segments: least squares of y on 1, x and a hinge max(0, x - b) for each break b.
/// The breaks are sought among all choices from a grid of equal steps over the range of x; sums over the points beyond
/// each place of the grid make one choice cost no more for many points than for few.
/// </summary>
public sealed class SegmentedRegression
{
    /// <summary>Residuals below this share of y's own spread are rounding: fits that reach it are equally good.</summary>
    private const double Rounding = 1e-12;

    // The points in ascending order of x, and their indices in what was given.
    private readonly int[] order;
    private readonly double[] x;
    private readonly double[] y;
    private readonly double[] grid;
    private readonly double least;

    /// <summary>Regression through points.</summary>
    /// <param name="x">Places; not all equal.</param>
    /// <param name="y">Values.</param>
    /// <param name="steps">Steps of the grid, at least 2: it has one inner place less.</param>
    /// <param name="least">Least number of points, or sum of their weights, in a segment; at least 2.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than two points, or all x are equal.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small.</exception>
    public SegmentedRegression(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int steps = 64, double least = 3)
    {
        if (x.Length != y.Length) throw new ArgumentException($"There are {x.Length} x and {y.Length} y.", nameof(y));
        Moments.Require(x, 2, "a regression");
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        this.least = least;
        double[] places = x.ToArray(), values = y.ToArray();
        order = [.. Enumerable.Range(0, x.Length).OrderBy(index => places[index])];
        this.x = Array.ConvertAll(order, index => places[index]);
        this.y = Array.ConvertAll(order, index => values[index]);
        double first = this.x[0], last = this.x[^1];
        if (!(last > first)) throw new ArgumentException("All x are equal.", nameof(x));
        grid = new double[steps - 1];
        for (var k = 0; k < grid.Length; k++) grid[k] = first + ((last - first) * (k + 1) / steps);
    }

    /// <summary>The best fit with so many breaks.</summary>
    /// <param name="breaks">Number of breaks, 0 or more.</param>
    /// <param name="weights">How often each point counts, in the order given; empty for once each.</param>
    /// <returns>Null if no choice leaves enough points in each segment.</returns>
    /// <exception cref="ArgumentException">The weights are not as many as the points.</exception>
    public SegmentedFit? Fit(int breaks, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(breaks);
        var sums = new SegmentSums(x, y, Weights(weights), grid);
        var search = new SegmentSearch(sums, grid, least, breaks);
        return search.Best is { } best ? Describe(sums, best) : null;
    }

    /// <summary>The best fits with 0, 1, ... breaks. [most + 1]</summary>
    /// <inheritdoc cref="Fit"/>
    public IReadOnlyList<SegmentedFit?> FitUpTo(int most, ReadOnlySpan<double> weights = default)
    {
        var fits = new SegmentedFit?[most + 1];
        for (var breaks = 0; breaks <= most; breaks++) fits[breaks] = Fit(breaks, weights);
        return fits;
    }

    /// <summary>
    /// The fit of the smallest <see cref="SegmentedFit.Criterion"/>, of equally good ones the first; null if there is
    /// none.
    /// </summary>
    public static SegmentedFit? Choose(IEnumerable<SegmentedFit?> fits) =>
        fits.Where(fit => fit is not null).MinBy(fit => fit!.Criterion);

    private double[] Weights(ReadOnlySpan<double> weights)
    {
        var sorted = new double[x.Length];
        if (weights.IsEmpty)
        {
            sorted.AsSpan().Fill(1);
            return sorted;
        }

        if (weights.Length != x.Length)
            throw new ArgumentException($"There are {x.Length} points and {weights.Length} weights.", nameof(weights));
        for (var i = 0; i < sorted.Length; i++) sorted[i] = weights[order[i]];
        return sorted;
    }

    private SegmentedFit Describe(SegmentSums sums, SegmentChoice choice)
    {
        var slopes = new double[choice.Places.Length + 1];
        slopes[0] = choice.Coefficients[1];
        for (var k = 0; k < choice.Places.Length; k++) slopes[k + 1] = slopes[k] + choice.Coefficients[k + 2];
        var floor = Rounding * sums.Spread;
        return new(
            Array.ConvertAll(choice.Places, place => grid[place]), slopes, sums.Center, sums.Level + choice.Coefficients[0],
            choice.Residual > floor ? choice.Residual : floor, sums.Weight);
    }
}
