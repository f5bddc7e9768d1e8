namespace Research.Evaluation.Ginc;

/// <summary>
/// One prompt of the GINC experiment (Xie et al. 2022, section 4) with one number of examples. The label is the likeliest next token for
/// one who knows concept and slot. Three readers are asked: the model; the exact predictor of the training text; an exact reader told of
/// the format of the prompts, but not of their concept and slot. Texts of unseen concepts may be impossible for the exact ones, who then
/// have no answer: wrong, probability 0, no divergence.
/// </summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; the prompts depend on it too.</param>
/// <param name="Concepts">Whether the concept is one of the training text.</param>
/// <param name="Length">Length k of an example in tokens.</param>
/// <param name="Examples">Number n of finished examples.</param>
/// <param name="Prompt">Index of the prompt; prompts with the same index end alike.</param>
/// <param name="Concept">The concept.</param>
/// <param name="ModelCorrect">Whether the model's likeliest token is the label.</param>
/// <param name="ModelLabel">The model's probability of the label.</param>
/// <param name="ModelKl">KL from the distribution of one who knows concept and slot to the model's, nats.</param>
/// <param name="ExactCorrect">Whether the exact predictor's likeliest token is the label.</param>
/// <param name="ExactLabel">The exact predictor's probability of the label.</param>
/// <param name="ExactKl">KL as the model's; null if the text is impossible.</param>
/// <param name="ToldCorrect">Whether the likeliest token of the reader told of the format is the label.</param>
/// <param name="ToldLabel">Its probability of the label.</param>
/// <param name="ToldKl">KL as the model's; null if the prompt is impossible.</param>
/// <param name="Epsilon">
/// epsilon(x): one minus the exact predictor's posterior of the prompt's concept; null for unseen concepts, as all below.
/// </param>
/// <param name="ExactGap">
/// Largest difference over y of the exact predictor's p(y|x) and q(y|x, theta), the prediction of the same reader given the concept.
/// </param>
/// <param name="ModelGap">The same difference of the model.</param>
/// <param name="Joint">
/// Ambiguity of concept and slot after the n finished examples, for the reader told of the format; null for n below 2, as below.
/// </param>
/// <param name="Product">The product of the ambiguities of the single examples.</param>
/// <param name="OddsBound">P / (1 + P), P the product of their odds.</param>
public sealed record GincPromptRow(
    string Language,
    string Model,
    int Seed,
    ConceptKind Concepts,
    int Length,
    int Examples,
    int Prompt,
    int Concept,
    bool ModelCorrect,
    double ModelLabel,
    double ModelKl,
    bool ExactCorrect,
    double ExactLabel,
    double? ExactKl,
    bool ToldCorrect,
    double ToldLabel,
    double? ToldKl,
    double? Epsilon,
    double? ExactGap,
    double? ModelGap,
    double? Joint,
    double? Product,
    double? OddsBound);
