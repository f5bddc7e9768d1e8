namespace Research.Mirage.Scores;

/// <summary>How a user's table of scores is imported. The file or folder itself is an input, known by its content.</summary>
/// <param name="Columns">Which column plays which role, as <c>family=suite+size,ignore=variant</c>; empty to go by the names.</param>
/// <param name="Condition">Which rows to keep, a condition in SQL; empty for all.</param>
/// <param name="Directions">Directions of metrics the catalog does not know, each as <c>metric=higher</c>, <c>lower</c> or <c>skip</c>.</param>
public sealed record ScoreImportSpec(string Columns, string Condition, IReadOnlyList<string> Directions)
{
    /// <inheritdoc/>
    public override string ToString() => "score table";
}
