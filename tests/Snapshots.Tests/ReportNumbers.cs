using System.Text;
using System.Text.Json;

namespace Research.Snapshots.Tests;

/// <summary>
/// The results in a <c>numbers.json</c>: every number, every verdict and what it rests on. Not the commit, nor the
/// wording of claims and rules. Values are the digits of the file.
/// </summary>
/// <param name="Text">The results in a canonical form, one to a line.</param>
/// <param name="Facts">The same by name, such as <c>latent.icl.model.slope.ambiguous-e0.04.value</c>.</param>
internal sealed record ReportNumbers(string Text, IReadOnlyDictionary<string, string> Facts)
{
    private static readonly string[] NumberFields = ["value", "unit", "low", "high", "n"];
    private static readonly string[] ClaimFields = ["verdict", "numbers"];

    /// <summary>Reads a file of the report or a snapshot.</summary>
    public static ReportNumbers Read(string path) => Parse(File.ReadAllText(path));

    /// <summary>Reads such a file's text.</summary>
    public static ReportNumbers Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var facts = new Dictionary<string, string>();
        var text = new StringBuilder($"{{\n  \"profile\": {document.RootElement.GetProperty("profile").GetRawText()}");
        AddLines("numbers", NumberFields);
        AddLines("claims", ClaimFields);
        return new(text.Append("\n}\n").ToString(), facts);

        void AddLines(string list, string[] fields)
        {
            var lines = document.RootElement.GetProperty(list).EnumerateArray().Select(entry => Line(entry, fields));
            text.Append($",\n  \"{list}\": [\n    ").AppendJoin(",\n    ", lines).Append("\n  ]");
        }

        string Line(JsonElement entry, string[] fields)
        {
            var id = entry.GetProperty("id").GetString();
            foreach (var field in fields) facts.Add($"{id}.{field}", Raw(entry, field));
            var rest = fields.Select(field => $"\"{field}\": {Raw(entry, field)}");
            return $"{{\"id\": \"{id}\", {string.Join(", ", rest)}}}";
        }
    }

    private static string Raw(JsonElement entry, string field)
    {
        var value = entry.GetProperty(field);
        return value.ValueKind == JsonValueKind.Array
            ? $"[{string.Join(", ", value.EnumerateArray().Select(item => item.GetRawText()))}]"
            : value.GetRawText();
    }
}
