using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Curves;

/// <summary>A metric along scale or training.</summary>
/// <param name="Axis">What grows.</param>
/// <param name="Family">The models.</param>
/// <param name="Model">The model of a training curve; empty along scale.</param>
/// <param name="Task">The task.</param>
/// <param name="Shots">Examples in the prompt; empty if unknown.</param>
/// <param name="Condition">Whatever else tells curves apart.</param>
/// <param name="Metric">The metric.</param>
/// <param name="X">Scales or steps, rising, all different.</param>
/// <param name="Y">The metric at each, as it stands in the source.</param>
public sealed record ScoreSeries(
    SeriesAxis Axis, string Family, string Model, string Task, string Shots, string Condition, Metric Metric, double[] X, double[] Y);
