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
        var hasFamily = _columns.Of("family").Count > 0;
        var hasModel = _columns.Of("model").Count > 0;
        var row = 0L;
        foreach (var cells in rows)
        {
            row++;
            var at = 0;
            string? Next(string role)
            {
                var count = _columns.Of(role).Count;
                var text = count == 1 ? cells[at]?.Trim() : count == 0 ? null : string.Join(" ", cells.Skip(at).Take(count).Select(cell => cell?.Trim()).Where(cell => !string.IsNullOrEmpty(cell)));
                at += count;
                return string.IsNullOrEmpty(text) ? null : text;
            }

            var (family, model, scale, step, shots) = (Next("family"), Next("model"), Next("scale"), Next("step"), Next("shots"));
            var (task, metric, value) = (Next("task"), Next("metric"), Next("value"));
            yield return new(
                new(row), _condition.Length == 0 || cells[^1] == "true",
                hasFamily ? family : "all models", hasModel ? model : $"{family ?? "model"} {scale}".TrimEnd(), scale, step, shots, task, metric, value,
                [.. cells.Skip(at).Take(Conditions.Count).Select(cell => string.IsNullOrWhiteSpace(cell) ? null : cell.Trim())]);
        }
    }
}
