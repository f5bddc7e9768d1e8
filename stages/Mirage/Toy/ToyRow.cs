namespace Research.Mirage.Toy;

/// <summary>An imagined model on targets of one length.</summary>
/// <param name="Parameters">Its size N.</param>
/// <param name="Length">Tokens of the target, L.</param>
/// <param name="Loss">Cross-entropy per token, nats.</param>
/// <param name="Correct">Probability of the right token, p.</param>
/// <param name="Accuracy">Probability that the whole target is right.</param>
/// <param name="Shown">The accuracy to the resolution of the test set.</param>
/// <param name="EditDistance">Expected token edit distance, tokens.</param>
/// <param name="Grade">Multiple-choice grade, 0 or 1.</param>
/// <param name="Brier">Brier score over all options.</param>
public sealed record ToyRow(
    double Parameters, int Length, double Loss, double Correct, double Accuracy, double Shown, double EditDistance, double Grade,
    double Brier);
