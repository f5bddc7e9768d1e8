using Research.Languages.Chains;

namespace Research.Evaluation.ChainOfThought;

/// <summary>One estimate of the chain-of-thought experiment: the value of a target, given that of a condition.</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Topology">The world's topology.</param>
/// <param name="Coverage">The language's share of documents that hold their steps.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; samples depend on it too.</param>
/// <param name="Condition">Letter of the node that is known.</param>
/// <param name="Value">Its value.</param>
/// <param name="Target">Letter of the node that is asked for.</param>
/// <param name="Steps">Steps from the condition to the target.</param>
/// <param name="HeldOut">Whether no document holds both nodes.</param>
/// <param name="Estimator">How the value is estimated.</param>
/// <param name="Kl">KL from the exact conditional to the estimate, nats.</param>
/// <param name="Agrees">Whether the most probable value of both is the same.</param>
/// <param name="Reached">Share of samples that named the target; null where nothing is generated.</param>
public sealed record ChainOfThoughtRow(
    string Language,
    Topology Topology,
    double Coverage,
    string Model,
    int Seed,
    string Condition,
    int Value,
    string Target,
    int Steps,
    bool HeldOut,
    Estimator Estimator,
    double Kl,
    bool Agrees,
    double? Reached);
