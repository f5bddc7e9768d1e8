namespace Research.Learning.Inference;

/// <summary>A table of next-token log-probabilities in nats: one row for each place that was asked about.</summary>
/// <param name="rows">Number of rows.</param>
/// <param name="vocabulary">Number of tokens: the length of a row.</param>
public sealed class LogProbabilities(int rows, int vocabulary)
{
    private readonly float[] values = new float[(long)rows * vocabulary];

    /// <summary>Number of rows.</summary>
    public int Rows { get; } = rows;

    /// <summary>Length of a row.</summary>
    public int Vocabulary { get; } = vocabulary;

    /// <summary>The log-probability of every token, in one row.</summary>
    public ReadOnlySpan<float> this[int row] => values.AsSpan(row * Vocabulary, Vocabulary);

    internal Span<float> Row(int row) => values.AsSpan(row * Vocabulary, Vocabulary);
}
