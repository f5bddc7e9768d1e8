namespace Research.Mirage.Scores.Sources;

/// <summary>Where a score stands in its source; written out only when somebody wants to read it.</summary>
/// <param name="Row">Row of a table, from 1; 0 in other sources.</param>
/// <param name="File">File within the folder; empty for a table.</param>
/// <param name="Key">Key within the file; empty for a table.</param>
internal readonly record struct Place(long Row, string File = "", string Key = "")
{
    public override string ToString() => Row > 0 ? $"row {Row}" : $"{File}: {Key}";
}
