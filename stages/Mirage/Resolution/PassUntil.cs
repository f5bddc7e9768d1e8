using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Mirage.Resolution;

/// <summary>
/// One item, tried until enough answers were right. An answer drawn at temperature 1 is right with the probability of the target, which
/// is known; so the numbers of tries are drawn from the geometric distribution, which is what drawing whole answers comes to.
/// </summary>
/// <param name="Passes">Right answers.</param>
/// <param name="Tries">Answers drawn.</param>
/// <param name="IsGivenUp">Whether the most tries were spent before enough answers were right.</param>
public readonly record struct PassUntil(int Passes, int Tries, bool IsGivenUp)
{
    /// <summary>Tries an item.</summary>
    /// <param name="spec">When to stop.</param>
    /// <param name="probability">Probability that an answer is right, 0 to 1.</param>
    /// <param name="draws">Uniform numbers, one for each right answer.</param>
    public static PassUntil Sample(PassUntilSpec spec, double probability, ref PhiloxStream draws)
    {
        double tries = 0, miss = Elementary.Log1p(-probability);
        for (var passes = 0; passes < spec.Passes; passes++)
        {
            // The number of the first success: the least k with (1 - p)^k below a uniform number.
            var log = Elementary.Log(draws.UniformDouble());
            tries += probability >= 1 ? 1 : probability <= 0 ? double.PositiveInfinity : Math.Floor(log / miss) + 1;
            if (tries > spec.MostTries) return new(passes, spec.MostTries, true);
        }

        return new(spec.Passes, (int)tries, false);
    }

    /// <summary>The paper's estimate, the most likely value: r / K. Above the truth on average.</summary>
    public double Estimate => (double)Passes / Tries;

    /// <summary>The unbiased estimate, (r - 1) / (K - 1); of an item given up, passes / tries.</summary>
    public double Unbiased => IsGivenUp ? Estimate : (Passes - 1.0) / (Tries - 1);

    /// <summary>The exact 95 % interval: negative binomial, or Clopper and Pearson's for an item given up.</summary>
    public Estimate Interval() =>
        IsGivenUp ? BinomialInterval.ClopperPearson(Passes, Tries) : NegativeBinomialInterval.Of(Passes, Tries);
}
