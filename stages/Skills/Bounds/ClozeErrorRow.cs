namespace Research.Skills.Bounds;

/// <summary>Wrong answers to a two-way cloze question at an excess entropy.</summary>
/// <param name="Excess">Excess entropy epsilon in nats.</param>
/// <param name="Printed">The paper's bound, sqrt(2 epsilon).</param>
/// <param name="Pinsker">Pinsker's bound, sqrt(epsilon / 2).</param>
/// <param name="Largest">Largest difference of two coins that far apart, searched.</param>
/// <param name="Deterministic">Exact for a text that leaves one answer, 1 - e^-epsilon.</param>
public sealed record ClozeErrorRow(double Excess, double Printed, double Pinsker, double Largest, double Deterministic);
