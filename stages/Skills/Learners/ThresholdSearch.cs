using Research.Jobs;

namespace Research.Skills.Learners;

/// <summary>
/// The emergence threshold of any Poisson learner, without a formula: the ratio at which the end of density evolution jumps,
/// by cutting the ratios into cells, and halving the one with the largest fall again and again.
/// </summary>
public static class ThresholdSearch
{
    // What counts as a jump once the interval is this narrow: a continuous fall would be of the width's order.
    private const double Width = 1e-8;
    private const double SmallestJump = 1e-3;
    private const int Cells = 256;

    /// <summary>Finds the jump.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="load">c.</param>
    /// <param name="most">The largest ratio to look at.</param>
    /// <returns>R*, to 1e-8 of the largest ratio, and q just below and above.</returns>
    /// <exception cref="InputException">There is no jump up to that ratio.</exception>
    public static (double Ratio, double Below, double Above) Bisect(ILearner learner, double load, double most)
    {
        var (low, high, below, above) = (0.0, 0.0, 1.0, 1.0);
        for (var (cell, start) = (1, 1.0); cell <= Cells; cell++)
        {
            var end = Unlearned(most * cell / Cells);
            if (start - end > below - above) (low, high, below, above) = (most * (cell - 1) / Cells, most * cell / Cells, start, end);
            start = end;
        }

        while (high - low > Width * most)
        {
            var middle = 0.5 * (low + high);
            var q = Unlearned(middle);
            if (below - q > q - above) (high, above) = (middle, q);
            else (low, below) = (middle, q);
        }

        return below - above >= SmallestJump
            ? (high, below, above)
            : throw new InputException(
                $"the learned fraction does not jump up to a ratio of {most}, at a load of {load} skills in a text", "emergence threshold",
                "Raise the load, or the largest ratio; below the critical load there is no threshold.");

        double Unlearned(double ratio) => new DensityEvolution(learner, load, ratio).Solve().Value;
    }
}
