using Research.Languages.DoublyEmbedded;
using Research.Languages.DoublyEmbedded.Oracles;
using Research.Numerics.Statistics;

namespace Research.Evaluation.ProductBound;

/// <summary>Counts how the ambiguity of tuples of messages relates to what is said to bound it.</summary>
/// <param name="examples">Messages of a tuple.</param>
/// <param name="tuples">Tuples to come.</param>
internal sealed class AmbiguityTally(int examples, int tuples)
{
    /// <summary>Relative margin below which an excess counts as rounding.</summary>
    private const double Margin = 1e-9;

    private readonly double[] ambiguities = new double[tuples];
    private readonly double[] products = new double[tuples];
    private readonly double[] bounds = new double[tuples];
    private int productViolations;
    private int oddsViolations;
    private double largestExcess;

    /// <summary>Counts a tuple.</summary>
    /// <param name="tuple">Its number.</param>
    /// <param name="ambiguity">epsilon(x_1, ..., x_m).</param>
    /// <param name="single">epsilon(x_k) of each message.</param>
    public void Add(int tuple, double ambiguity, ReadOnlySpan<double> single)
    {
        var product = AmbiguityBounds.Product(single);
        var bound = AmbiguityBounds.Odds(single);
        (ambiguities[tuple], products[tuple], bounds[tuple]) = (ambiguity, product, bound);
        if (ambiguity > product * (1 + Margin)) productViolations++;
        if (ambiguity > bound * (1 + Margin)) oddsViolations++;
        if (product > 0 && ambiguity / product > largestExcess) largestExcess = ambiguity / product;
    }

    /// <summary>The row of all tuples.</summary>
    /// <param name="language">Their language.</param>
    /// <param name="letters">Letters of each message.</param>
    public ProductBoundRow Row(LanguageSpec language, int letters) => new(
        language.ToString(), language.Reading, language.Noise, letters, examples, tuples, productViolations,
        oddsViolations,
        MeanAmbiguity: Moments.Mean(ambiguities),
        AmbiguityError: Moments.StandardError(ambiguities),
        MeanProduct: Moments.Mean(products),
        MeanOddsBound: Moments.Mean(bounds),
        LargestExcess: largestExcess);
}
