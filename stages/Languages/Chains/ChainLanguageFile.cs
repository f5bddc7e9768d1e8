using System.Text.Json;
using Research.Jobs;

namespace Research.Languages.Chains;

/// <summary>
/// The file <c>language.json</c> of a chain language: its world, one row of probabilities per line, and what documents hold; each number as its
/// shortest text that reads back to the same bits.
/// </summary>
internal static class ChainLanguageFile
{
    private const string Family = "chain world";
    private const string Remedy = "Delete the corpus and generate it again.";

    /// <summary>Writes the file; it appears under its name when it is complete.</summary>
    public static void Write(string path, ChainLanguage language)
    {
        var partial = path + ".partial";
        using (var stream = File.Create(partial))
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("family", Family);
            json.WriteString("name", language.Name);
            json.WriteNumber("values", language.World.Values);
            Number(json, "coverage", language.Coverage);
            json.WriteNumber("most_steps", language.MostSteps);
            Number(json, "locality", language.Locality);
            json.WriteString("held_out", string.Join(' ', language.HeldOut));
            json.WriteString("controls", string.Join(' ', language.Controls));
            json.WriteStartArray("nodes");
            for (var node = 0; node < language.World.Nodes; node++) Node(json, language.World, node);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is missing or no chain language.</exception>
    public static ChainLanguage Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var family = root.GetProperty("family").GetString();
            if (family != Family) throw new InputException($"the family is '{family}', '{Family}' expected", path, Remedy);
            var nodes = root.GetProperty("nodes").EnumerateArray().ToList();
            var world = new World(
                root.GetProperty("values").GetInt32(),
                [.. nodes.Select(node => Nodes(node.GetProperty("parents").GetString()!))],
                [.. nodes.Select(node => Rows(node.GetProperty("rows")))]);
            return new(
                root.GetProperty("name").GetString()!, world, root.GetProperty("coverage").GetDouble(), root.GetProperty("most_steps").GetInt32(),
                root.GetProperty("locality").GetDouble(), Pairs(root.GetProperty("held_out")), Pairs(root.GetProperty("controls")));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException("there is no language", path, "Run the job that generates the corpus.", exception);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InputException($"the file describes no chain language ({exception.Message})", path, Remedy, exception);
        }
    }

    private static void Node(Utf8JsonWriter json, World world, int node)
    {
        json.WriteStartObject();
        json.WriteString("letter", $"{ChainAlphabet.Letter(node)}");
        json.WriteString("parents", string.Concat(world.Parents(node).ToArray().Select(ChainAlphabet.Letter)));
        json.WriteStartArray("rows");
        foreach (var row in world.Table(node).ToArray().Chunk(world.Values))
            json.WriteRawValue($"[{string.Join(", ", row.Select(value => $"{value:R}"))}]");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"{value:R}");
    }

    private static int[] Nodes(string letters) => [.. letters.Select(letter => letter - ChainAlphabet.Letter(0))];

    private static double[] Rows(JsonElement rows) => [.. rows.EnumerateArray().SelectMany(row => row.EnumerateArray()).Select(value => value.GetDouble())];

    private static NodePair[] Pairs(JsonElement pairs) =>
        [.. (pairs.GetString() ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Nodes).Select(Pair)];

    private static NodePair Pair(int[] nodes) =>
        nodes.Length == 2 ? new(nodes[0], nodes[1]) : throw new FormatException("a pair has two letters");
}
