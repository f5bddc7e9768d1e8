using System.Text.Json;
using Research.Jobs;

namespace Research.Languages.DoublyEmbedded;

/// <summary>
/// The file <c>language.json</c>: name, alphabet and every matrix of a language, one row of probabilities per line,
/// each number as its shortest text that reads back to the same bits.
/// </summary>
internal static class LanguageFile
{
    private const string Family = "doubly embedded Markov chain";
    private const string Remedy = "Delete the corpus and generate it again.";

    /// <summary>Writes the file; it appears under its name when it is complete.</summary>
    public static void Write(string path, Language language)
    {
        var partial = path + ".partial";
        using (var stream = File.Create(partial))
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("family", Family);
            json.WriteString("name", language.Name);
            json.WriteString("letters", language.Alphabet.Characters.AsSpan(1));
            json.WriteNumber("transitions", language.Transitions);
            Rows(json, "intention_chain", language.Intentions, language.NextIntention);
            json.WritePropertyName("stationary_intentions");
            json.WriteRawValue(Text(language.Stationary));
            Rows(json, "first_letter", language.Intentions, language.Start);
            json.WriteStartArray("letter_chains");
            for (var i = 0; i < language.Intentions; i++)
                Rows(json, null, language.Letters, s => language.NextLetter(i, s));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is missing or no language.</exception>
    public static Language Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            var family = root.GetProperty("family").GetString();
            if (family != Family)
                throw new InputException($"the family is '{family}', '{Family}' expected", path, Remedy);
            var chains = root.GetProperty("letter_chains");
            double[][][] letterChains = [.. chains.EnumerateArray().Select(Matrix)];
            return new(
                root.GetProperty("name").GetString()!, root.GetProperty("transitions").GetInt32(),
                Rectangle(Matrix(root.GetProperty("intention_chain"))), Rectangle(Matrix(root.GetProperty("first_letter"))),
                Box(letterChains));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException("there is no language", path, "Run the job that generates the corpus.", exception);
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or FormatException
                or InvalidOperationException or ArgumentException)
        {
            throw new InputException($"the file describes no language ({exception.Message})", path, Remedy, exception);
        }
    }

    private delegate ReadOnlySpan<double> Row(int index);

    private static void Rows(Utf8JsonWriter json, string? name, int count, Row row)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        for (var i = 0; i < count; i++) json.WriteRawValue(Text(row(i)));
        json.WriteEndArray();
    }

    private static string Text(ReadOnlySpan<double> row) =>
        $"[{string.Join(", ", row.ToArray().Select(value => $"{value:R}"))}]";

    private static double[][] Matrix(JsonElement rows) =>
        [.. rows.EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    private static double[,] Rectangle(double[][] rows)
    {
        var matrix = new double[rows.Length, Width(rows)];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[i].Length; j++) matrix[i, j] = rows[i][j];
        return matrix;
    }

    private static double[,,] Box(double[][][] matrices)
    {
        if (matrices.Length == 0) throw new FormatException("there are no letter chains");
        var box = new double[matrices.Length, matrices[0].Length, Width(matrices[0])];
        for (var i = 0; i < matrices.Length; i++)
        {
            if (matrices[i].Length != box.GetLength(1) || Width(matrices[i]) != box.GetLength(2))
                throw new FormatException("matrices differ in size");
            for (var j = 0; j < matrices[i].Length; j++)
                for (var k = 0; k < matrices[i][j].Length; k++) box[i, j, k] = matrices[i][j][k];
        }

        return box;
    }

    private static int Width(double[][] rows)
    {
        var width = rows.Length == 0 ? 0 : rows[0].Length;
        if (rows.Any(row => row.Length != width)) throw new FormatException("rows of a matrix differ in length");
        return width;
    }
}
