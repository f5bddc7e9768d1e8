using Research.Jobs;
using Research.Mirage.Scores.Checks;
using Research.Mirage.Scores.Curves;
using Research.Tables;

namespace Research.Mirage.Scores;

/// <summary>
/// What a table of scores says, as tables: <c>emergence</c>, a row per curve; <c>pairs</c> and <c>comparisons</c>, sharp against smooth
/// metrics; <c>nulls</c>; <c>points</c>, the curves drawn; <c>metrics</c> and <c>findings</c>, with those of the import.
/// </summary>
/// <param name="folder">The artifact's folder.</param>
public sealed class ScoreReanalysis(string folder) : IArtifact<ScoreReanalysis>
{
    /// <inheritdoc/>
    public static ScoreReanalysis Open(string folder) => new(folder);

    /// <summary>The curves with their scores.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<EmergenceRow> Emergence() => [.. Parquet.Read<EmergenceRow>(PathOf("emergence"))];

    /// <summary>Pairs of a sharp and a smooth metric on the same outputs.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<PairRow> Pairs() => [.. Parquet.Read<PairRow>(PathOf("pairs"))];

    /// <summary>The pairs, counted.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<PairSummaryRow> Comparisons() => [.. Parquet.Read<PairSummaryRow>(PathOf("comparisons"))];

    /// <summary>The null distributions, by number of points, of the curves without a flag.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<NullRow> Nulls() => [.. Parquet.Read<NullRow>(PathOf("nulls"))];

    /// <summary>What the data check found.</summary>
    /// <inheritdoc cref="Parquet.Read{TRow}" path="/exception" />
    public IReadOnlyList<Finding> Findings() => [.. Parquet.Read<Finding>(PathOf("findings"))];

    /// <summary>Writes a table.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    internal void Write<TRow>(string name, IEnumerable<TRow> rows) => Parquet.Write(PathOf(name), rows);

    private string PathOf(string name) => Path.Combine(folder, $"{name}.parquet");
}
