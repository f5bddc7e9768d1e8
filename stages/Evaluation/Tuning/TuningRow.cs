using Research.Languages.Tuning;

namespace Research.Evaluation.Tuning;

/// <summary>One prompt, put to a model at one moment of an instruction tuning (Jiang 2023, section 7).</summary>
/// <param name="Language">Label of the language that the model learned first.</param>
/// <param name="Model">The model's shape.</param>
/// <param name="Method">How it was tuned: <c>LoRA rank 4 attention rate 0.004</c>.</param>
/// <param name="Seed">Seed of the training; the prompts depend on it too.</param>
/// <param name="Step">Updates of the tuning done; 0: before it.</param>
/// <param name="Intention">theta, the intention of the prompt's last message.</param>
/// <param name="Role">What the tuning does with theta.</param>
/// <param name="Earlier">Messages before the last one.</param>
/// <param name="Prompt">Index of the prompt.</param>
/// <param name="Answer">Probability of the answer by the instruction, summed over the answering intention's own letters.</param>
/// <param name="TargetKl">
/// KL from the row that the tuning text teaches to the row of the model, nats; for a held-out theta from that of the instruction.
/// </param>
/// <param name="TargetDistance">Total variation between the same.</param>
/// <param name="BaseKl">KL from theta's row in the language that was learned first to the row of the model, nats.</param>
/// <param name="BaseDistance">Total variation between the same.</param>
/// <param name="WithinKl">
/// Mean KL from theta's own letter chain to the model, over the transitions of the last message, nats.
/// </param>
public sealed record TuningRow(
    string Language,
    string Model,
    string Method,
    int Seed,
    int Step,
    int Intention,
    TuningRole Role,
    int Earlier,
    int Prompt,
    double Answer,
    double TargetKl,
    double TargetDistance,
    double BaseKl,
    double BaseDistance,
    double WithinKl);
