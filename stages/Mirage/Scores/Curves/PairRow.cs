using Research.Mirage.Emergence;

namespace Research.Mirage.Scores.Curves;

/// <summary>A sharp and a smooth metric on the same outputs: same models, task, shots and points.</summary>
/// <param name="Axis">What grows.</param>
/// <param name="Family">The models.</param>
/// <param name="Model">The model of a training curve; empty along scale.</param>
/// <param name="Task">The task.</param>
/// <param name="Shots">Examples in the prompt; empty if unknown.</param>
/// <param name="Condition">Whatever else tells curves apart, of the smooth one.</param>
/// <param name="Sharp">The sharp metric.</param>
/// <param name="Smooth">The smooth metric.</param>
/// <param name="N">Points of each curve.</param>
/// <param name="SharpScore">Emergence score under the sharp metric.</param>
/// <param name="SmoothScore">Emergence score under the smooth metric.</param>
/// <param name="SharpFlag">Whether the former is a number.</param>
/// <param name="SmoothFlag">Whether the latter is a number.</param>
/// <param name="SharpJumps">The sharp curve jumps.</param>
/// <param name="SmoothJumps">The smooth curve jumps.</param>
public sealed record PairRow(
    SeriesAxis Axis, string Family, string Model, string Task, string Shots, string Condition, string Sharp, string Smooth, int N,
    double SharpScore, double SmoothScore, SeriesFlag SharpFlag, SeriesFlag SmoothFlag, bool SharpJumps, bool SmoothJumps)
{
    /// <summary>Whether the two scores can be compared as numbers: neither is infinite.</summary>
    public bool IsComparable() => SharpFlag != SeriesFlag.ZeroMedian && SmoothFlag != SeriesFlag.ZeroMedian;
}
