using System.Text.Encodings.Web;
using System.Text.Json;
using Research.Jobs;

namespace Research.Languages.SkillTexts;

/// <summary>The file <c>language.json</c> of a language of skill texts: hidden bits, held-out pairs and training texts, by the skills' names.</summary>
internal static class SkillLanguageFile
{
    private const string Family = "skill texts";
    private const string Remedy = "Delete the corpus and generate it again.";

    /// <summary>Writes the file; it appears under its name when it is complete.</summary>
    public static void Write(string path, SkillLanguage language)
    {
        var partial = path + ".partial";
        using (var stream = File.Create(partial))
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("family", Family);
            json.WriteString("name", language.Name);
            json.WriteString("answer", $"{language.Answer}");
            json.WriteNumber("longest", language.Longest);
            json.WriteString("bits", string.Concat(language.Hidden));
            Texts(json, "held_out", language.HeldOut.All.Select(pair => new[] { pair.First, pair.Second }));
            Texts(json, "texts", language.Texts);
            json.WriteEndObject();
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is missing or no language of skill texts.</exception>
    public static SkillLanguage Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var family = root.GetProperty("family").GetString();
            if (family != Family) throw new InputException($"the family is '{family}', '{Family}' expected", path, Remedy);
            return new(
                root.GetProperty("name").GetString()!,
                Enum.Parse<AnswerForm>(root.GetProperty("answer").GetString()!),
                root.GetProperty("longest").GetInt32(),
                [.. root.GetProperty("bits").GetString()!.Select(bit => bit - '0')],
                [.. Texts(root.GetProperty("texts"))],
                new(Texts(root.GetProperty("held_out")).Select(Pair)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException("there is no language", path, "Run the job that generates the corpus.", exception);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InputException($"the file describes no language of skill texts ({exception.Message})", path, Remedy, exception);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<int[]> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(string.Concat(text.Select(SkillAlphabet.Name)));
        json.WriteEndArray();
    }

    private static IEnumerable<int[]> Texts(JsonElement texts) =>
        texts.EnumerateArray().Select(text => text.GetString()!.Select(SkillAlphabet.SkillOf).ToArray());

    private static (int, int) Pair(int[] skills) => skills.Length == 2 ? (skills[0], skills[1]) : throw new FormatException("a pair has two skills");
}
