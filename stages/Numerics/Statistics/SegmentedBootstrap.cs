namespace Research.Numerics.Statistics;

/// <summary>
/// How sure a segmented regression is, by Efron's bootstrap: groups of points are drawn again with replacement, since
/// points of one group belong together, and everything is fitted again; 95 % percentile intervals. A resample on which
/// that many breaks cannot be fitted is left out.
/// </summary>
public sealed class SegmentedBootstrap
{
    private const double Tail = 0.025;

    private SegmentedBootstrap(SegmentedFit fit, List<SegmentedFit> again, IReadOnlyList<double> shares)
    {
        Breaks = [.. fit.Breaks.Select((at, k) => Interval(at, again.ConvertAll(other => other.Breaks[k])))];
        Slopes = [.. fit.Slopes.Select((slope, k) => Interval(slope, again.ConvertAll(other => other.Slopes[k])))];
        Turns = [.. fit.Breaks.Select((_, k) => Interval(Turn(fit, k), again.ConvertAll(other => Turn(other, k))))];
        Shares = shares;
    }

    /// <summary>The places of the breaks.</summary>
    public IReadOnlyList<Estimate> Breaks { get; }

    /// <summary>The slopes of the segments.</summary>
    public IReadOnlyList<Estimate> Slopes { get; }

    /// <summary>By how much the slope changes at each break.</summary>
    public IReadOnlyList<Estimate> Turns { get; }

    /// <summary>The share of the resamples on which 0, 1, ... breaks are chosen. [most + 1]</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <summary>Draws and fits.</summary>
    /// <param name="regression">The regression.</param>
    /// <param name="fit">Its fit; the resamples are fitted with as many breaks.</param>
    /// <param name="groups">The group of each point, from 0, in the order the regression was given them.</param>
    /// <param name="most">Most breaks that are chosen from; no fewer than the fit has.</param>
    /// <param name="resamples">Resamples, at least 1.</param>
    /// <param name="source">What is drawn from: resample r takes the draws of step r.</param>
    public static SegmentedBootstrap Of(
        SegmentedRegression regression, SegmentedFit fit, ReadOnlySpan<int> groups, int most, int resamples, Philox source)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        var counts = new double[groups.ToArray().Max() + 1];
        var weights = new double[groups.Length];
        var chosen = new int[most + 1];
        var again = new List<SegmentedFit>(resamples);
        for (var resample = 0; resample < resamples; resample++)
        {
            var draws = new PhiloxStream(source, step: (uint)resample);
            counts.AsSpan().Clear();
            for (var draw = 0; draw < counts.Length; draw++) counts[draws.Below(counts.Length)]++;
            for (var i = 0; i < weights.Length; i++) weights[i] = counts[groups[i]];
            var fits = regression.FitUpTo(most, weights);
            if (SegmentedRegression.Choose(fits) is { } choice) chosen[choice.Breaks.Count]++;
            if (fits[fit.Breaks.Count] is { } other) again.Add(other);
        }

        return new(fit, again, Array.ConvertAll(chosen, count => (double)count / resamples));
    }

    private static double Turn(SegmentedFit fit, int k) => fit.Slopes[k + 1] - fit.Slopes[k];

    private static Estimate Interval(double value, List<double> again) => again.Count == 0
        ? new(value, double.NaN, double.NaN, 0)
        : new(value, Quantile.Of([.. again], Tail), Quantile.Of([.. again], 1 - Tail), again.Count);
}
