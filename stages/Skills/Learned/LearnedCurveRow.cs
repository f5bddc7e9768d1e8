namespace Research.Skills.Learned;

/// <summary>A point of a model's performance curve beside the bound, at one moment of its training.</summary>
/// <param name="Language">Name of the language.</param>
/// <param name="Ratio">R, training texts for each skill.</param>
/// <param name="Width">Width of the model.</param>
/// <param name="Seed">Seed of the training, of the language and of the texts.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Symbols trained on until then, repetitions counted.</param>
/// <param name="Tuple">1: of single skills; 2: of pairs that one text names together.</param>
/// <param name="Alpha">Share of the skills or pairs, those that fail most.</param>
/// <param name="Theta">Share of fresh texts that fail; for pairs 1 - (1 - theta)^2, what the theory puts for it.</param>
/// <param name="TrainedTheta">The same of the training texts of that size; null if there are none.</param>
/// <param name="Failed">Share of their edges that lead to failed texts: 1 - the competence on them.</param>
/// <param name="Random">The same, had chance chosen as many failed texts: what the choice of the worst alone makes.</param>
/// <param name="Adversary">The same, had an adversary chosen as many failed texts among the same.</param>
/// <param name="Bound">The bound beta_min theta with its term for finite size; where there is none, theta / alpha: all edges of failed texts.</param>
/// <param name="TrainedBound">The same with the theta of the training texts; null if there are none.</param>
public sealed record LearnedCurveRow(
    string Language,
    double Ratio,
    int Width,
    int Seed,
    int Step,
    long Tokens,
    int Tuple,
    double Alpha,
    double Theta,
    double? TrainedTheta,
    double Failed,
    double Random,
    double Adversary,
    double Bound,
    double? TrainedBound);
