namespace Research.Mirage.Metrics;

/// <summary>
/// Multiple choice grade: whether the likeliest option is the right one. BIG-bench's <c>multiple_choice_grade</c> (Srivastava et al. 2022);
/// Schaeffer et al. 2023, section 2.
/// </summary>
public static class MultipleChoiceGrade
{
    /// <summary>Grades a question. Of options with equal probability the first counts as chosen.</summary>
    /// <param name="options">Probability of each option, or its logarithm.</param>
    /// <param name="correct">The place of the right option.</param>
    /// <exception cref="ArgumentException">There are no options, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public static bool Of(ReadOnlySpan<double> options, int correct)
    {
        ChoiceProbabilities.Check(options, correct);
        return FirstExtreme.Largest(options) == correct;
    }
}
