using Research.Mirage.Metrics;

namespace Research.Mirage.Scores;

/// <summary>A metric of an imported table.</summary>
/// <param name="Metric">Its name.</param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Shape">How it answers to small changes; null if only the user knows the metric.</param>
/// <param name="Rows">Scores imported under it.</param>
/// <param name="Reference">Where it is defined; empty if only the user knows it.</param>
/// <param name="Chance">Its chance level in words; empty if unknown.</param>
public sealed record MetricRow(string Metric, MetricDirection Direction, MetricShape? Shape, long Rows, string Reference, string Chance);
