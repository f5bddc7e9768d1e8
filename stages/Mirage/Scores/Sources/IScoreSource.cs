using Research.Mirage.Scores.Checks;

namespace Research.Mirage.Scores.Sources;

/// <summary>Something that scores can be read from, as often as one likes.</summary>
internal interface IScoreSource
{
    /// <summary>What it is, for the data check: <c>table (CSV or Parquet)</c>.</summary>
    string Format { get; }

    /// <summary>Full path, for messages.</summary>
    string Path { get; }

    /// <summary>Names of whatever else tells series apart.</summary>
    IReadOnlyList<string> Conditions { get; }

    /// <summary>The scores in the order of the source; they stream.</summary>
    /// <param name="findings">Receives what is passed over.</param>
    IEnumerable<RawScore> Read(FindingList findings);
}
