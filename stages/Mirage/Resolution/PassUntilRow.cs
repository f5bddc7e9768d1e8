using Research.Mirage.Arithmetic;

namespace Research.Mirage.Resolution;

/// <summary>What test sets show of a model's accuracy on a task and target length.</summary>
/// <param name="Model">Label of the shape.</param>
/// <param name="Parameters">Parameters of the model.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Items">Items of the whole test set.</param>
/// <param name="Hits">Greedy answers that match exactly.</param>
/// <param name="Low">Lower end of Clopper and Pearson's interval of their share.</param>
/// <param name="High">Upper end.</param>
/// <param name="Chance">Probability that as many digits, drawn evenly, are right.</param>
/// <param name="Probability">Mean probability of a right answer by drawing, all items.</param>
/// <param name="Drawn">Answers drawn one after the other, over all items.</param>
/// <param name="FirstRight">Number of the first right one among them; 0 for none.</param>
/// <param name="Tried">Items tried until enough answers passed.</param>
/// <param name="GivenUp">How many of them were given up.</param>
/// <param name="Tries">Mean number of tries of an item.</param>
/// <param name="PassUntil">Mean of the unbiased estimates of the probability of a right answer.</param>
/// <param name="PassUntilLow">Lower end of Student's interval of that mean over items.</param>
/// <param name="PassUntilHigh">Upper end.</param>
/// <param name="Estimate">Mean of the paper's estimates r / K.</param>
/// <param name="Exact">Mean of the known probabilities of the same items.</param>
/// <param name="Covered">Items whose exact interval holds the known probability.</param>
public sealed record PassUntilRow(
    string Model, long Parameters, int Seed, ArithmeticTask Task, int Length, int Items, int Hits, double Low, double High, double Chance,
    double Probability, int Drawn, int FirstRight, int Tried, int GivenUp, double Tries, double PassUntil, double PassUntilLow,
    double PassUntilHigh, double Estimate, double Exact, int Covered);
