namespace Research.Mirage.Metrics;

/// <summary>
/// The Brier score (Brier 1950): squared error of a probabilistic forecast. Strictly proper, and smooth in the probabilities, unlike
/// <see cref="MultipleChoiceGrade"/>.
/// </summary>
public static class BrierScore
{
    /// <summary>The multi-class form: sum over options of (p - 1[right])^2; 0 to 2.</summary>
    /// <param name="probabilities">Probability of each option.</param>
    /// <param name="correct">The place of the right option.</param>
    /// <exception cref="ArgumentException">There are no options, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public static double MultiClass(ReadOnlySpan<double> probabilities, int correct)
    {
        ChoiceProbabilities.Check(probabilities, correct);
        var sum = 0.0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            var error = i == correct ? probabilities[i] - 1 : probabilities[i];
            sum = Math.FusedMultiplyAdd(error, error, sum);
        }

        return sum;
    }

    /// <summary>
    /// The target-only form of arXiv 2410.01692 ("TC Brier"): (p - 1)^2 of the right option alone; 0 to 1. With the rest spread evenly
    /// over K - 1 options it is (K - 1) / K of <see cref="MultiClass"/>.
    /// </summary>
    public static double TargetOnly(double probability) => (1 - probability) * (1 - probability);
}
