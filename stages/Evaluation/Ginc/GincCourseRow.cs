namespace Research.Evaluation.Ginc;

/// <summary>A GINC model after some steps of its training.</summary>
/// <param name="Language">Label of the language.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Updates so far.</param>
/// <param name="Tokens">Tokens read so far.</param>
/// <param name="Loss">Cross-entropy on validation windows, nats per token; the first token of a window is not counted.</param>
/// <param name="Optimum">The same of the exact predictor on the same windows.</param>
/// <param name="Length">Length k of the examples asked.</param>
/// <param name="Examples">Number n of the examples asked.</param>
/// <param name="Prompts">Number of prompts asked, of seen concepts.</param>
/// <param name="Correct">How many the model continued with the label.</param>
public sealed record GincCourseRow(
    string Language,
    string Model,
    int Seed,
    int Step,
    long Tokens,
    double Loss,
    double Optimum,
    int Length,
    int Examples,
    int Prompts,
    int Correct);
