namespace Research.Numerics.Statistics;

/// <summary>A number with the interval it is known to.</summary>
/// <param name="Value">The point estimate.</param>
/// <param name="Low">
/// Lower end of the confidence interval; NaN if nothing is known about the spread (a single observation).
/// </param>
/// <param name="High">Upper end of the confidence interval; NaN as <paramref name="Low"/>.</param>
/// <param name="N">Number of observations.</param>
public readonly record struct Estimate(double Value, double Low, double High, int N)
{
    /// <summary>Half the width of the interval.</summary>
    public double Margin => 0.5 * (High - Low);

    /// <summary>Whether a value lies in the interval; false if there is none.</summary>
    public bool Covers(double value) => value >= Low && value <= High;
}
