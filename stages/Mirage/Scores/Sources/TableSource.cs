using Research.Mirage.Scores.Checks;
using Research.Tables.Supplied;

namespace Research.Mirage.Scores.Sources;

/// <summary>A long table, CSV or Parquet: one row a score.</summary>
internal sealed class TableSource : IScoreSource
{
    private readonly SuppliedTable _table;
    private readonly ScoreColumns _columns;
    private readonly string _condition;

    public TableSource(string path, ScoreImportSpec item)
    {
        _table = SuppliedTable.Open(path);
        _columns = ScoreColumns.Of(_table, item.Columns);
        _condition = item.Condition;
    }

    public string Format => "table (CSV or Parquet)";

    public string Path => _table.FilePath;

    public IReadOnlyList<string> Conditions => _columns.Conditions;

    public IEnumerable<RawScore> Read(FindingList findings)
    {
        string[] roles = ["family", "model", "scale", "step", "shots", "task", "metric", "value"];
        var wanted = roles.SelectMany(_columns.Of).Concat(Conditions).ToList();
        var rows = _condition.Length == 0 ? _table.Read(wanted) : _table.Read(wanted, _condition, "--score-where");
        var counts = Array.ConvertAll(roles, role => _columns.Of(role).Count);
        var row = 0L;
        foreach (var cells in rows)
        {
            row++;
            var at = 0;
            var texts = new string?[roles.Length];
            for (var i = 0; i < roles.Length; i++)
            {
                texts[i] = Text(cells.AsSpan(at, counts[i]));
                at += counts[i];
            }

            var conditions = new string?[Conditions.Count];
            for (var i = 0; i < conditions.Length; i++) conditions[i] = Text(cells.AsSpan(at + i, 1));
            var (family, model, scale) = (texts[0], texts[1], texts[2]);
            yield return new(
                new(row), _condition.Length == 0 || cells[^1] == "true",
                counts[0] > 0 ? family : "all models", counts[1] > 0 ? model : $"{family ?? "model"} {scale}".TrimEnd(), scale,
                texts[3], texts[4], texts[5], texts[6], texts[7], conditions);
        }
    }

    // Several columns of a role are read as one; blank is missing.
    private static string? Text(ReadOnlySpan<string?> cells)
    {
        if (cells.Length == 1) return string.IsNullOrWhiteSpace(cells[0]) ? null : cells[0]!.Trim();
        var text = string.Join(' ', cells.ToArray().Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell!.Trim()));
        return text.Length == 0 ? null : text;
    }
}
