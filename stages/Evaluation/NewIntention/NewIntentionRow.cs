using Research.Languages.DoublyEmbedded;

namespace Research.Evaluation.NewIntention;

/// <summary>One prompt of an intention that the model's language does not have, and the next letter.</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Reading">The language's reading.</param>
/// <param name="Noise">The language's noise e.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; the new intentions depend on it too.</param>
/// <param name="Kind">How the new intention came about.</param>
/// <param name="Trial">Its number; the prompts of one trial are beginnings of one text.</param>
/// <param name="Examples">Whole messages of the new intention in the prompt.</param>
/// <param name="Letters">Letters of the message after them.</param>
/// <param name="ModelToMixture">
/// KL from the exact reader of the language to the model, nats: the language's intentions are all the reader knows of.
/// </param>
/// <param name="ModelToTruth">KL from the new intention's letter row to the model, nats.</param>
/// <param name="MixtureToTruth">KL from the new intention's letter row to the exact reader of the language, nats.</param>
/// <param name="LearnerToTruth">
/// The same to a reader who counts the letters that follow a letter in the prompt, and knows nothing else, nats.
/// </param>
/// <param name="TopMass">The exact reader's largest posterior probability of an intention.</param>
public sealed record NewIntentionRow(
    string Language,
    Reading Reading,
    double Noise,
    string Model,
    int Seed,
    NewIntentionKind Kind,
    int Trial,
    int Examples,
    int Letters,
    double ModelToMixture,
    double ModelToTruth,
    double MixtureToTruth,
    double LearnerToTruth,
    double TopMass);
