using Research.Mirage.Emergence;
using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Curves;

/// <summary>The emergence score of one curve.</summary>
/// <param name="Axis">What grows.</param>
/// <param name="Family">The models.</param>
/// <param name="Model">The model of a training curve; empty along scale.</param>
/// <param name="Task">The task.</param>
/// <param name="Shots">Examples in the prompt; empty if unknown.</param>
/// <param name="Condition">Whatever else tells curves apart.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Shape">How it answers to small changes; null if unknown.</param>
/// <param name="N">Points of the curve.</param>
/// <param name="Score">The score, oriented: positive means better with scale. +-infinity with the flag of it.</param>
/// <param name="Flag">Whether the score is an ordinary number.</param>
/// <param name="Linearity">BIG-bench's linearity.</param>
/// <param name="Unevenness">Root mean square over root median square of the steps; null if flat or infinite.</param>
/// <param name="PIndependent">P-value among independent values; null if flagged.</param>
/// <param name="PWalk">P-value among random walks; null if flagged.</param>
/// <param name="Holm">The latter after Holm, over all unflagged curves of the axis.</param>
/// <param name="Q">The same after Benjamini and Hochberg.</param>
/// <param name="Lowest">Least value of the metric.</param>
/// <param name="Highest">Largest value.</param>
public sealed record EmergenceRow(
    SeriesAxis Axis, string Family, string Model, string Task, string Shots, string Condition, string Metric, MetricDirection Direction,
    MetricShape? Shape, int N, double Score, SeriesFlag Flag, double Linearity, double? Unevenness, double? PIndependent, double? PWalk,
    double? Holm, double? Q, double Lowest, double Highest)
{
    /// <summary>The level at which the corrected p-value counts.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the curve jumps: better with scale, and by more than a random walk, corrected for the number of curves.</summary>
    public bool IsJump() => Flag == SeriesFlag.None && Score > 0 && Q <= Level;
}
