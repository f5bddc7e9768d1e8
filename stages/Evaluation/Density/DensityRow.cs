using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Density;

/// <summary>
/// One validation window, at one moment of a training. Losses and deviations are nats per predicted symbol.
/// </summary>
/// <param name="Language">Label of the language, such as <c>released e=0.02</c>.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Symbols trained on until then.</param>
/// <param name="Window">Index of the window; the same text at every step.</param>
/// <param name="Loss">Cross-entropy of the model.</param>
/// <param name="Optimum">Cross-entropy of the exact window filter, which knows the language and nothing else.</param>
/// <param name="Frequencies">Cross-entropy of a reader that knows only how often each symbol occurs.</param>
/// <param name="Deviation">|log p - log q|, q the exact filter.</param>
/// <param name="ReleasedDeviation">
/// |log p - score|, the score as the author's code computes it (Jiang 2023, figure 1 right): successive intentions
/// independent and uniform.
/// </param>
/// <param name="OptimalReleasedDeviation">What the exact filter scores on that metric.</param>
public sealed record DensityRow(
    string Language,
    Reading Reading,
    double Noise,
    string Model,
    int Seed,
    int Step,
    long Tokens,
    int Window,
    double Loss,
    double Optimum,
    double Frequencies,
    double Deviation,
    double ReleasedDeviation,
    double OptimalReleasedDeviation);
