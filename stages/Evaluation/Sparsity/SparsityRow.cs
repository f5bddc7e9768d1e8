using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.Sparsity;

/// <summary>
/// How sparse the joint distribution of intention and message is, for messages of one length (exact posteriors).
/// </summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Length">How many letters of the message were read; at least 1.</param>
/// <param name="Messages">How many messages the means are over.</param>
/// <param name="Peaked">Share of messages with max over intentions of q(theta, x) / q(x) above 0.99.</param>
/// <param name="Low">Lower end of its 95 % interval (Clopper-Pearson).</param>
/// <param name="High">Upper end of its 95 % interval.</param>
/// <param name="MeanPeak">Mean of that ratio, the posterior of the most likely intention.</param>
/// <param name="MeanEntropy">Mean entropy of the posterior over intentions, nats.</param>
/// <param name="MeanAmbiguity">Mean of epsilon(x), one minus the posterior of the true intention.</param>
public sealed record SparsityRow(
    string Language,
    Reading Reading,
    double Noise,
    int Length,
    int Messages,
    double Peaked,
    double Low,
    double High,
    double MeanPeak,
    double MeanEntropy,
    double MeanAmbiguity);
