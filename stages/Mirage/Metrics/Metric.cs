namespace Research.Mirage.Metrics;

/// <summary>What one needs to know of a metric to read its values.</summary>
/// <param name="Name">Its name in tables, in snake_case.</param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Shape">How it answers to small changes.</param>
/// <param name="Low">The least value it can have.</param>
/// <param name="High">The largest.</param>
/// <param name="Definition">What it is, in a few words.</param>
/// <param name="Reference">Where it is defined.</param>
/// <param name="ChanceText">The chance level in words: what an even guess scores.</param>
/// <param name="Chance">The chance level as a number, where it has a closed form; null else.</param>
public sealed record Metric(
    string Name,
    MetricDirection Direction,
    MetricShape Shape,
    double Low,
    double High,
    string Definition,
    string Reference,
    string ChanceText,
    Func<Guess, double>? Chance = null)
{
    /// <summary>Whether values are shares of 1, so that they could also be written as percentages.</summary>
    public bool IsShare => Low == 0 && High == 1;

    /// <summary>1 where larger is better, else -1: the factor before an emergence score.</summary>
    public int Sign => Direction == MetricDirection.Higher ? 1 : -1;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
