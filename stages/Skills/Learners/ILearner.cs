namespace Research.Skills.Learners;

/// <summary>
/// A Poisson learner: all that density evolution needs to know of a learner is how likely it learns a novel skill from a text
/// whose other novel skills are Poisson in number (after the Poisson receivers of Liao, Chang and Hong's parent framework).
/// </summary>
public interface ILearner
{
    /// <summary>P_suc: the probability that a tagged novel skill is learned.</summary>
    /// <param name="load">Mean number of other novel skills in the text, at least 0.</param>
    /// <returns>A probability that does not rise with the load.</returns>
    double Success(double load);
}
