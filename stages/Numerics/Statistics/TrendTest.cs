namespace Research.Numerics.Statistics;

/// <summary>A rank test of a monotone relation.</summary>
/// <param name="Coefficient">Rank correlation in [-1, 1]; NaN if one side is constant.</param>
/// <param name="PRising">Probability, without a relation, of a coefficient at least as large.</param>
/// <param name="PFalling">Probability, without a relation, of a coefficient at least as small.</param>
/// <param name="N">Number of observations.</param>
public readonly record struct TrendTest(double Coefficient, double PRising, double PFalling, int N)
{
    /// <summary>Two-sided probability: twice the smaller side, at most 1.</summary>
    public double PValue
    {
        get
        {
            var smaller = PRising < PFalling ? PRising : PFalling;
            return smaller < 0.5 ? 2 * smaller : 1;
        }
    }
}
