using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Understanding;

/// <summary>One prompt of the language-understanding experiment (Jiang 2023, figure 2, and Proposition 4.2).</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; the prompts depend on it too.</param>
/// <param name="Protocol">How the prompt begins.</param>
/// <param name="Length">Letter transitions in the prompt; it has one letter more.</param>
/// <param name="Prompt">Index of the prompt among those of its length.</param>
/// <param name="Epsilon">epsilon(x): one minus the exact posterior of the true intention, given the prompt.</param>
/// <param name="OracleGap">max over y of |q(y|x) - q(y|x, theta)|: what the proposition bounds by epsilon(x).</param>
/// <param name="ModelGap">max over y of |p(y|x) - q(y|x, theta)|.</param>
/// <param name="Approximation">max over y of |p(y|x) - q(y|x)|, the model's own error.</param>
/// <param name="OracleKl">
/// KL from the author's truth (the letter row of the true intention) to the exact q(y|x), nats.
/// </param>
/// <param name="ModelKl">KL from the author's truth to the model's p(y|x), nats; the figure's ordinate.</param>
public sealed record UnderstandingRow(
    string Language,
    Reading Reading,
    double Noise,
    string Model,
    int Seed,
    PromptProtocol Protocol,
    int Length,
    int Prompt,
    double Epsilon,
    double OracleGap,
    double ModelGap,
    double Approximation,
    double OracleKl,
    double ModelKl);
