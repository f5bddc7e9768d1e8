namespace Research.Skills.Learners;

/// <summary>A learner given by its success probability.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Probability">P_suc: from the mean number of other novel skills to a probability, not rising.</param>
public sealed record PoissonLearner(string Name, Func<double, double> Probability) : ILearner
{
    /// <inheritdoc/>
    public double Success(double load) => Probability(load);
}
