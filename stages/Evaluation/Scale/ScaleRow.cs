using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Scale;

/// <summary>One model at one moment of its training: how near it is to the language, and what it can do.</summary>
/// <param name="Language">Label of the language that it is measured on.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Layers">Transformer blocks of the model.</param>
/// <param name="Width">Width of the model.</param>
/// <param name="Messages">Messages in the corpus that it learns from.</param>
/// <param name="Seed">Seed of the training; windows and trials depend on it too.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Tokens">Symbols trained on until then, repetitions counted.</param>
/// <param name="Gap">
/// The gap between p and q: mean excess of the cross-entropy over the exact optimum on validation windows, nats per
/// symbol.
/// </param>
/// <param name="ModelFirst">Mean in-context KL from the truth to the model after one example, nats.</param>
/// <param name="ModelLast">The same after the most examples.</param>
/// <param name="ExactFirst">The same of the exact filter after one example.</param>
/// <param name="ExactLast">The same of the exact filter after the most examples.</param>
/// <param name="Unread">
/// The same of a reader who knows that a message begins, and has read none of the prompt.
/// </param>
/// <param name="Ability">
/// (Unread - ModelLast) / (Unread - ExactLast): 0 for the reader who has read nothing, 1 for the exact filter; below 0
/// for a model worse than the former.
/// </param>
/// <param name="Gain">What more examples bring: ModelFirst - ModelLast, nats.</param>
public sealed record ScaleRow(
    string Language,
    Reading Reading,
    double Noise,
    int Layers,
    int Width,
    int Messages,
    int Seed,
    int Step,
    long Tokens,
    double Gap,
    double ModelFirst,
    double ModelLast,
    double ExactFirst,
    double ExactLast,
    double Unread,
    double Ability,
    double Gain);
