using System.Text;
using Research.Jobs;
using Research.Tables.Queries;

namespace Research.Reporting.Templates;

/// <summary>
/// A table of the report: a query in <c>tables/*.sql</c> whose first comment line, <c>-- caption: ...</c>, is the
/// caption. The first column names the rows.
/// </summary>
internal static class TableHtml
{
    private const string CaptionMark = "-- caption:";

    public static string Of(string name, string path, ArtifactQuery tables)
    {
        var sql = TemplateFolder.Read(path);
        var marked = sql.Split('\n').FirstOrDefault(line => line.StartsWith(CaptionMark, StringComparison.Ordinal));
        var caption = marked?[CaptionMark.Length..].Trim()
            ?? throw new InputException($"no line starts with '{CaptionMark}'", path, "Say what the table shows.");
        var result = tables.Run(sql, path);
        if (result.Rows.Count == 0)
            throw new InputException("the table has no rows", path, "Correct its query, or measure what it shows.");

        var columns = result.Columns.Select((_, i) => new TableColumn(i, result.Rows.Select(row => row[i]).ToList())).ToList();
        var html = new StringBuilder();
        html.Append($"<div class=\"scroll\" role=\"region\" aria-labelledby=\"table-{name}-caption\" tabindex=\"0\">");
        html.Append($"<table id=\"table-{name}\">\n");
        html.Append($"<caption id=\"table-{name}-caption\">{Html.Encode(caption)}</caption>\n<thead><tr>");
        foreach (var (column, title) in columns.Zip(result.Columns))
            html.Append($"<th scope=\"col\"{column.Class}>{Html.Encode(title.Trim())}</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in result.Rows)
        {
            html.Append("<tr>");
            foreach (var (column, value) in columns.Zip(row))
            {
                var tag = column.NamesRows ? "th scope=\"row\"" : "td";
                html.Append($"<{tag}{column.Class}>{column.Cell(value)}</{tag[..2]}>");
            }

            html.Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>").ToString();
    }
}
