using Research.Mirage.Arithmetic;

namespace Research.Mirage.Chain;

/// <summary>How one item's score goes with log compute over all models and moments of a family.</summary>
/// <param name="Seed">Seed of the trainings.</param>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Item">Number of the item.</param>
/// <param name="Link">Which score.</param>
/// <param name="Pearson">Pearson's correlation; 0 if the score never changes.</param>
/// <param name="Spearman">Spearman's.</param>
/// <param name="Kendall">Kendall's tau-b.</param>
public sealed record ChainRow(
    int Seed, ArithmeticTask Task, int Length, int Item, ChainLink Link, double Pearson, double Spearman, double Kendall);
