namespace Research.Evaluation.Density;

/// <summary>How far a model's distribution is from the language's, at one moment of a training.</summary>
/// <param name="Language">Label of the language, such as <c>released e=0.02</c>.</param>
/// <param name="Model">Label of the model.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Windows">How many validation windows the means are over.</param>
/// <param name="CrossEntropy">Mean cross-entropy of the model, nats per symbol.</param>
/// <param name="OptimalCrossEntropy">Mean cross-entropy of the window Bayes filter on the same windows, nats per symbol.</param>
/// <param name="Deviation">Mean of |log p - log q| per symbol; q is the filter's exact probability of the window, nats.</param>
/// <param name="ReleasedDeviation">
/// The same against the reference that the author's code computes (independent uniform intentions, Jiang 2023, figure 1 right), nats.
/// </param>
/// <param name="OptimalReleasedDeviation">What the filter itself scores on that metric, nats.</param>
public sealed record DensityRow(
    string Language,
    string Model,
    int Seed,
    int Step,
    int Windows,
    double CrossEntropy,
    double OptimalCrossEntropy,
    double Deviation,
    double ReleasedDeviation,
    double OptimalReleasedDeviation);
