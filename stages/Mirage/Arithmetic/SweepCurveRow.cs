using Research.Mirage.Emergence;
using Research.Mirage.Metrics;

namespace Research.Mirage.Arithmetic;

/// <summary>The emergence score of one curve of our own models, for drawing.</summary>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Seed">Seed of the trainings.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Shape">How it answers to small changes.</param>
/// <param name="Sizes">Points of the curve.</param>
/// <param name="Flag">Whether the score is a number.</param>
/// <param name="Score">The score, positive if the metric gets better with size; null if flagged.</param>
/// <param name="Walk95">What 95 % of random walks with as many points stay below; null if no curve of this length has a score.</param>
/// <param name="Jumps">Whether the curve jumps.</param>
public sealed record SweepCurveRow(
    string Task, int Length, int Seed, string Metric, MetricShape Shape, int Sizes, SeriesFlag Flag, double? Score, double? Walk95, bool Jumps);
