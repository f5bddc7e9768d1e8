namespace Research.Evaluation.SparsityViolation;

/// <summary>One question to a model and to exact readers of a language whose intentions overlap.</summary>
/// <param name="Overlap">The language's overlap o.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Seed">Seed of the training; the questions depend on it too.</param>
/// <param name="Task">What is asked for.</param>
/// <param name="Count">
/// Letter transitions in the prompt (understanding), examples, or steps from the first message to the one asked for.
/// </param>
/// <param name="Trial">Number of the prompt or trial.</param>
/// <param name="Epsilon">
/// One minus the posterior of the true intention, exact: of the message begun (understanding), of the shared intention
/// for a reader who is told of the sharing (examples), of the message before the one asked for (direct, steps).
/// </param>
/// <param name="ModelKl">KL from the truth of one who knows the intention to the model's answer, nats.</param>
/// <param name="ExactKl">The same to the exact reader of the training text, nats.</param>
/// <param name="ToldKl">The same to an exact reader who is told that the examples share their intention, nats.</param>
/// <param name="UninformedKl">The same to a reader of the language who has seen no message, nats.</param>
public sealed record SparsityViolationRow(
    double Overlap,
    string Model,
    int Seed,
    ViolationTask Task,
    int Count,
    int Trial,
    double Epsilon,
    double ModelKl,
    double ExactKl,
    double? ToldKl,
    double? UninformedKl);
