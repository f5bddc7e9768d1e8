namespace Research.Evaluation.Tuning;

/// <summary>Where one tuning of one model stood after some updates: means over its prompts.</summary>
/// <param name="Language">Label of the language that the model learned first.</param>
/// <param name="Method">How it was tuned.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Updates of the tuning done.</param>
/// <param name="Prompts">Prompts of all intentions.</param>
/// <param name="Answer">Probability of the answer to trained prompts.</param>
/// <param name="HeldOutAnswer">Probability of the answer to held-out prompts.</param>
/// <param name="HeldOutDistance">Total variation from the row of a held-out intention before the tuning.</param>
/// <param name="PromptChange">KL within messages of trained prompts, minus that before the tuning, nats.</param>
/// <param name="AnswerChange">The same of trained answers.</param>
/// <param name="HeldOutChange">The same of held-out intentions.</param>
public sealed record TuningCourseRow(
    string Language,
    string Method,
    int Seed,
    int Step,
    int Prompts,
    double Answer,
    double HeldOutAnswer,
    double HeldOutDistance,
    double PromptChange,
    double AnswerChange,
    double HeldOutChange);
