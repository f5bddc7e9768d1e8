using System.Text.Json;
using System.Text.Json.Nodes;
using Research.Jobs;
using Research.Reporting.Templates;
using Research.Tables.Queries;

namespace Research.Reporting.Figures;

/// <summary>
/// A figure: a Vega-Lite specification without data. Its <c>usermeta</c> holds the <c>title</c> for those who cannot
/// see it and the <c>query</c>, an array of lines of SQL over the tables of the report, whose rows are the data. A figure
/// that not every profile can have says so: <c>needs</c> holds a <c>query</c> and, for when that finds no row, the
/// <c>absent</c> text that takes the figure's place.
/// </summary>
internal sealed class FigureSpecification
{
    private readonly (string Query, string Absent)? _needs;

    private FigureSpecification(
        string name, string path, JsonObject json, string title, string query, (string Query, string Absent)? needs)
    {
        _needs = needs;
        Name = name;
        FilePath = path;
        Json = json;
        Title = title;
        Query = query;
    }

    /// <summary>The name of the file, without its ending.</summary>
    public string Name { get; }

    public string FilePath { get; }

    /// <summary>The specification as it stands in the file.</summary>
    public JsonObject Json { get; }

    public string Title { get; }

    public string Query { get; }

    /// <summary>Reads a specification.</summary>
    /// <exception cref="InputException">It is no JSON, or lacks title, description or query.</exception>
    public static FigureSpecification Read(string name, string path)
    {
        JsonObject json;
        try
        {
            json = JsonNode.Parse(TemplateFolder.Read(path)) as JsonObject
                ?? throw new InputException("a specification is a JSON object", path, "Start from another figure.");
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"not JSON ({exception.Message.Split(" LineNumber", 2)[0].TrimEnd('.')})",
                $"{path}:{exception.LineNumber + 1}", "Correct the specification.", exception);
        }

        var title = Text(json["usermeta"]?["title"], "usermeta.title");
        Text(json["description"], "description");
        var query = Text(json["usermeta"]?["query"], "usermeta.query");
        var needs = json["usermeta"]?["needs"] is { } needed
            ? (Text(needed["query"], "usermeta.needs.query"), Text(needed["absent"], "usermeta.needs.absent"))
            : ((string, string)?)null;
        return new FigureSpecification(name, path, json, title, query, needs);

        string Text(JsonNode? node, string key) => node switch
        {
            JsonValue value when value.TryGetValue<string>(out var text) && text.Length > 0 => text,
            JsonArray { Count: > 0 } lines => string.Join('\n', lines.Select(line => (string?)line)),
            _ => throw new InputException($"{key} is missing", path, "Give it as a text or as an array of lines."),
        };
    }

    /// <summary>What stands in the figure's place if the profile lacks what it needs; null if it can be drawn.</summary>
    /// <exception cref="InputException">The query for what it needs is wrong.</exception>
    public string? Absence(ArtifactQuery tables) =>
        _needs is var (query, absent) && tables.Run(query, FilePath).Rows.Count == 0 ? absent : null;

    /// <summary>The rows of the figure.</summary>
    /// <exception cref="InputException">
    /// The query is wrong, has no rows, or lacks a column that the specification draws.
    /// </exception>
    public QueryResult Data(ArtifactQuery tables)
    {
        var data = tables.Run(Query, FilePath);
        if (data.Rows.Count == 0)
            throw new InputException(
                "the figure has no data", FilePath, "Correct its query, or measure what it shows.");

        var known = data.Columns.ToHashSet(StringComparer.Ordinal);
        CollectDefined(Json, known);
        foreach (var (field, place) in FieldsUsed(Json, "$"))
        {
            if (!known.Contains(field))
                throw new InputException(
                    $"{place} draws the column '{field}', which the query lacks", FilePath,
                    NearestName.Suggestion(field, known));
        }

        return data;
    }

    // Columns that transforms of the specification define.
    private static void CollectDefined(JsonNode? node, HashSet<string> names)
    {
        if (node is JsonObject item)
        {
            foreach (var defined in item["as"] is JsonArray several ? several.ToList() : [item["as"]])
            {
                if (defined is JsonValue value && value.TryGetValue<string>(out var name)) names.Add(name);
            }

            foreach (var (_, child) in item) CollectDefined(child, names);
        }
        else if (node is JsonArray items)
        {
            foreach (var child in items) CollectDefined(child, names);
        }
    }

    private static IEnumerable<(string Field, string Place)> FieldsUsed(JsonNode? node, string place)
    {
        var children = node switch
        {
            JsonObject item => item.Where(pair => pair.Key != "usermeta").Select(pair => ($"{place}.{pair.Key}", pair.Value)),
            JsonArray items => items.Select((child, i) => ($"{place}[{i}]", child)),
            _ => [],
        };
        foreach (var (path, child) in children)
        {
            var isField = path.EndsWith(".field", StringComparison.Ordinal);
            if (isField && child is JsonValue value && value.TryGetValue<string>(out var field)) yield return (field, path);
            foreach (var found in FieldsUsed(child, path)) yield return found;
        }
    }
}
