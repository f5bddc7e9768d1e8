using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.InContext;

/// <summary>One trial of the in-context learning experiment (Jiang 2023, figure 3) at one number of examples.</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; the trials depend on it too.</param>
/// <param name="Trial">Index of the trial; the prompts of one trial grow by one message at a time.</param>
/// <param name="Examples">Number m of messages of the shared intention in the prompt.</param>
/// <param name="ModelKl">KL from the true distribution of the next message's first letter to the model's, nats.</param>
/// <param name="OracleKl">The same to the exact filter of the training distribution, nats.</param>
/// <param name="SharedKl">The same to a reader who knows that all m messages share their intention, nats.</param>
/// <param name="Bound">
/// What a Bayesian's KL can be at most at the corrected ambiguity, -ln(1 - P / (1 + P)), nats.
/// </param>
/// <param name="Epsilon">epsilon(x_1, ..., x_m): one minus the exact posterior of the shared intention.</param>
/// <param name="Product">The product of the single messages' epsilon, which Proposition 1 puts in its place.</param>
/// <param name="OddsBound">The corrected bound P / (1 + P), P the product of the single messages' odds.</param>
public sealed record InContextRow(
    string Language,
    Reading Reading,
    double Noise,
    string Model,
    int Seed,
    int Trial,
    int Examples,
    double ModelKl,
    double OracleKl,
    double SharedKl,
    double Bound,
    double Epsilon,
    double Product,
    double OddsBound);
