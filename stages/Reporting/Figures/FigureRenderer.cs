using System.ComponentModel;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Research.Jobs;
using Research.Reporting.Templates;
using Research.Tables;
using Research.Tables.Queries;

namespace Research.Reporting.Figures;

/// <summary>Draws all figures of a report as SVG, by one run of Node with Vega-Lite.</summary>
internal static class FigureRenderer
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Draws figures.</summary>
    /// <returns>The SVG of each figure by its name.</returns>
    /// <exception cref="InputException">
    /// Node is missing, or a specification is wrong; the message names the figure's file.
    /// </exception>
    public static IReadOnlyDictionary<string, string> Draw(
        TemplateFolder templates,
        IReadOnlyList<(FigureSpecification Figure, QueryResult Data)> figures,
        CancellationToken cancellation)
    {
        if (figures.Count == 0) return new Dictionary<string, string>();
        var vega = NodePackages.Find(Path.Combine("vega", "package.json"), "Vega, which draws the figures,");
        var request = new JsonObject
        {
            ["root"] = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(vega))),
            ["theme"] = Theme(templates.FigureTheme),
            ["figures"] = new JsonArray(figures
                .Select(entry => new JsonObject
                {
                    ["name"] = entry.Figure.Name,
                    ["title"] = entry.Figure.Title,
                    ["spec"] = entry.Figure.Json.DeepClone(),
                    ["values"] = Values(entry.Data),
                })
                .ToArray<JsonNode?>()),
        };
        var output = RunNode(templates.FigureScript, request.ToJsonString(Compact), cancellation);
        var answer = Answer(output, templates.FigureScript);
        if (answer["error"] is { } error)
        {
            var figure = figures.FirstOrDefault(entry => entry.Figure.Name == (string?)error["figure"]).Figure;
            throw new InputException(
                $"the figure cannot be drawn ({(string?)error["message"]})",
                figure?.FilePath ?? templates.FigureScript,
                figure is null ? "Run 'npm ci' in the repository root." : "Correct the specification.");
        }

        return answer["figures"]!.AsArray().ToDictionary(drawn => (string)drawn!["name"]!, drawn => (string)drawn!["svg"]!);
    }

    private static JsonNode? Theme(string path)
    {
        try
        {
            return JsonNode.Parse(TemplateFolder.Read(path));
        }
        catch (JsonException exception)
        {
            throw new InputException("not JSON", $"{path}:{exception.LineNumber + 1}", "Correct the theme.", exception);
        }
    }

    private static JsonArray Values(QueryResult data) => new(data.Rows.Select(row => Row(data.Columns, row)).ToArray<JsonNode?>());

    private static JsonObject Row(IReadOnlyList<string> columns, IReadOnlyList<object?> row)
        => new(columns.Zip(row, (column, value) => KeyValuePair.Create<string, JsonNode?>(column, Value(value))));

    private static JsonValue? Value(object? value) => value switch
    {
        null => null,
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        float number => float.IsFinite(number) ? JsonValue.Create(number) : null,
        bool truth => JsonValue.Create(truth),
        long number => JsonValue.Create(number),
        string text => JsonValue.Create(text),
        _ => JsonValue.Create(Convert.ToDouble(value, null)),
    };

    private static JsonNode Answer(string output, string script)
    {
        try
        {
            return JsonNode.Parse(output)!;
        }
        catch (JsonException exception)
        {
            throw new InputException(
                $"the program answered no JSON: {output[..Math.Min(output.Length, 200)]}", script, "Restore it.", exception);
        }
    }

    private static string RunNode(string script, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
            StandardOutputEncoding = new System.Text.UTF8Encoding(false),
        };
        try
        {
            using var node = Process.Start(start)!;
            using var stop = cancellation.Register(() => node.Kill());
            var errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = node.StandardOutput.ReadToEndAsync(CancellationToken.None);
            node.StandardInput.Write(input);
            node.StandardInput.Close();
            node.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            if (node.ExitCode == 0) return output.Result;
            throw new InputException(
                $"Node failed ({errors.Result.Trim()})", script, "Run 'npm ci' in the repository root.");
        }
        catch (Exception exception) when (exception is Win32Exception or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new InputException(
                $"Node cannot be run ({exception.Message})", "node", "Install Node 20 or later.", exception);
        }
    }
}
