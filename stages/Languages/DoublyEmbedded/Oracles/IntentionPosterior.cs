using Research.Numerics;

namespace Research.Languages.DoublyEmbedded.Oracles;

/// <summary>What a distribution over intentions says. [intentions]</summary>
public static class IntentionPosterior
{
    /// <summary>Turns logarithms of weights, of any scale, into probabilities, in place.</summary>
    /// <exception cref="InvalidOperationException">All weights are 0: what was observed is impossible.</exception>
    public static void FromLogWeights(Span<double> weights)
    {
        var largest = weights[Top(weights)];
        if (double.IsNegativeInfinity(largest))
            throw new InvalidOperationException("The language cannot produce what was observed.");
        var sum = 0.0;
        foreach (ref var weight in weights) sum += weight = Elementary.Exp(weight - largest);
        foreach (ref var weight in weights) weight /= sum;
    }

    /// <summary>The most probable intention; the lowest of equals.</summary>
    public static int Top(ReadOnlySpan<double> posterior)
    {
        var top = 0;
        for (var i = 1; i < posterior.Length; i++)
            if (posterior[i] > posterior[top]) top = i;
        return top;
    }

    /// <summary>
    /// epsilon(x) = 1 - Pr(theta | x) for the intention theta (Jiang 2023, section 2), as the sum over the other
    /// intentions, so that it keeps its relative precision however small it is.
    /// </summary>
    public static double Ambiguity(ReadOnlySpan<double> posterior, int intention)
    {
        var others = 0.0;
        for (var i = 0; i < posterior.Length; i++)
            if (i != intention) others += posterior[i];
        return others;
    }

    /// <summary>Entropy in nats.</summary>
    public static double Entropy(ReadOnlySpan<double> posterior)
    {
        var sum = 0.0;
        foreach (var p in posterior)
            if (p > 0) sum -= p * Elementary.Log(p);
        return sum;
    }
}
