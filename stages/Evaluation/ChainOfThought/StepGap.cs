using Research.Numerics.Statistics;

namespace Research.Evaluation.ChainOfThought;

/// <summary>By how much an estimate with steps beats the direct one, on one question about a held-out pair.</summary>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Steps">Steps from the condition to the target.</param>
/// <param name="Gap">KL of the direct estimate minus that of the other, nats.</param>
internal sealed record StepGap(int Seed, int Steps, double Gap)
{
    /// <summary>The gaps of an estimator, question by question.</summary>
    public static List<StepGap> Of(IEnumerable<ChainOfThoughtRow> rows, Estimator estimator) =>
    [
        .. rows.Where(row => row.HeldOut)
            .GroupBy(row => (row.Seed, row.Steps, row.Condition, row.Value, row.Target))
            .Select(question => new StepGap(question.Key.Seed, question.Key.Steps, Kl(question, Estimator.Direct) - Kl(question, estimator))),
    ];

    /// <summary>The line through the gaps over the number of steps.</summary>
    public static LinearRegression Line(IReadOnlyList<StepGap> gaps) =>
        LinearRegression.Fit([.. gaps.Select(gap => (double)gap.Steps)], [.. gaps.Select(gap => gap.Gap)]);

    private static double Kl(IEnumerable<ChainOfThoughtRow> question, Estimator estimator) => question.First(row => row.Estimator == estimator).Kl;
}
