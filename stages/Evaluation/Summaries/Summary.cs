using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.Summaries;

/// <summary>What an experiment says in the report: its numbers and the curves of its figures.</summary>
/// <param name="folder">The artifact's folder.</param>
public sealed class Summary(string folder) : IArtifact<Summary>
{
    /// <summary>Parquet file of the numbers, rows of <see cref="Number"/>.</summary>
    public string NumbersPath { get; } = Path.Combine(folder, "numbers.parquet");

    /// <summary>Parquet file of the curves, rows of <see cref="CurvePoint"/>.</summary>
    public string CurvesPath { get; } = Path.Combine(folder, "curves.parquet");

    /// <inheritdoc/>
    public static Summary Open(string folder) => new(folder);

    /// <summary>Writes both tables.</summary>
    public void Write(IEnumerable<Number> numbers, IEnumerable<CurvePoint> curves)
    {
        Parquet.Write(NumbersPath, numbers);
        Parquet.Write(CurvesPath, curves);
    }
}
