using Research.Jobs;
using Research.Mirage.Scores.Checks;
using Research.Tables;

namespace Research.Mirage.Scores;

/// <summary>
/// An imported table of scores: <c>rows.parquet</c>, a row per score in the order of the source; <c>metrics.parquet</c>, a row per metric;
/// <c>findings.parquet</c>, what the data check found.
/// </summary>
/// <param name="folder">The artifact's folder.</param>
public sealed class ScoreTable(string folder) : IArtifact<ScoreTable>
{
    private string RowsPath => Path.Combine(folder, "rows.parquet");

    private string MetricsPath => Path.Combine(folder, "metrics.parquet");

    private string FindingsPath => Path.Combine(folder, "findings.parquet");

    /// <inheritdoc/>
    public static ScoreTable Open(string folder) => new(folder);

    /// <summary>The scores, read as they are enumerated.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IEnumerable<ScoreRow> Rows() => Parquet.Read<ScoreRow>(RowsPath);

    /// <summary>The metrics, by name.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<MetricRow> Metrics() => [.. Parquet.Read<MetricRow>(MetricsPath)];

    /// <summary>What the data check found.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<Finding> Findings() => [.. Parquet.Read<Finding>(FindingsPath)];

    /// <summary>Writes all files; the scores are written as they are enumerated.</summary>
    /// <exception cref="InputException">A file cannot be written.</exception>
    internal void Write(IEnumerable<ScoreRow> rows, IEnumerable<MetricRow> metrics, IEnumerable<Finding> findings)
    {
        Parquet.Write(RowsPath, rows);
        Parquet.Write(MetricsPath, metrics);
        Parquet.Write(FindingsPath, findings);
    }
}
