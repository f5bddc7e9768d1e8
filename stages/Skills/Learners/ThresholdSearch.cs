using Research.Jobs;

namespace Research.Skills.Learners;

/// <summary>
/// The emergence threshold of any Poisson learner, without a formula: the ratio at which the end of density evolution jumps,
/// by halving an interval of ratios and keeping the half with the larger fall.
/// </summary>
public static class ThresholdSearch
{
    // What counts as a jump once the interval is this narrow: a continuous fall would be of the width's order.
    private const double Width = 1e-10;
    private const double SmallestJump = 1e-3;

    /// <summary>Finds the jump.</summary>
    /// <param name="learner">The learner.</param>
    /// <param name="load">c.</param>
    /// <param name="most">The largest ratio to look at.</param>
    /// <returns>R*, to 1e-10 of the interval's end, and q just below and above.</returns>
    /// <exception cref="InputException">There is no jump up to that ratio.</exception>
    public static (double Ratio, double Below, double Above) Bisect(ILearner learner, double load, double most)
    {
        var (low, high) = (0.0, most);
        var (below, above) = (1.0, Unlearned(high));
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
