using Research.Numerics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>
/// Bounds on the ambiguity of several messages from the ambiguities of each, and what an ambiguity costs a predictor.
/// </summary>
public static class AmbiguityBounds
{
    /// <summary>
    /// epsilon(x_1) ... epsilon(x_m): the claim of Jiang 2023, Proposition 1. Not a bound: two messages of ambiguity e
    /// under two intentions have e^2 / (e^2 + (1 - e)^2), which is more.
    /// </summary>
    public static double Product(ReadOnlySpan<double> ambiguities)
    {
        var product = 1.0;
        foreach (var ambiguity in ambiguities) product *= ambiguity;
        return product;
    }

    /// <summary>
    /// P / (1 + P) with P the product of the odds epsilon / (1 - epsilon): the corrected bound. It holds for a uniform
    /// prior and messages that are independent given the intention, because then the posterior odds of each other
    /// intention multiply.
    /// </summary>
    public static double Odds(ReadOnlySpan<double> ambiguities)
    {
        var odds = 1.0;
        foreach (var ambiguity in ambiguities)
        {
            // A message that rules its intention out makes the bound empty, whatever the others say.
            if (ambiguity >= 1) return 1;
            odds *= ambiguity / (1 - ambiguity);
        }

        return double.IsPositiveInfinity(odds) ? 1 : odds / (1 + odds);
    }

    /// <summary>
    /// -ln(1 - epsilon): the most that KL(q(.|x, theta) || p(.|x)) can be for a Bayesian predictor p, since p is at
    /// least (1 - epsilon) q; in nats.
    /// </summary>
    public static double KlDivergence(double ambiguity) => -Elementary.Log1p(-ambiguity);
}
