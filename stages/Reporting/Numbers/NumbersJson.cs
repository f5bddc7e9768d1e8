using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Research.Reporting.Claims;

namespace Research.Reporting.Numbers;

/// <summary>
/// <c>numbers.json</c>: profile, commit, all numbers sorted by id, all claims with verdict. The same numbers give the
/// same bytes; every double reads back to the same bits.
/// </summary>
internal static class NumbersJson
{
    private const string CommitMark = "<commit>";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file without the commit, which is known when the report is published.</summary>
    public static string WithoutCommit(string profile, NumberSet numbers, IReadOnlyList<JudgedClaim> claims)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("profile", profile);
            json.WriteString("commit", CommitMark);
            json.WriteStartArray("numbers");
            foreach (var number in numbers.All)
            {
                json.WriteStartObject();
                json.WriteString("id", number.Id);
                json.WriteNumber("value", number.Value);
                json.WriteString("unit", number.Unit);
                Write(json, "low", number.Low);
                Write(json, "high", number.High);
                json.WriteNumber("n", number.N);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("claims");
            foreach (var judged in claims)
            {
                json.WriteStartObject();
                json.WriteString("id", judged.Claim.Id);
                json.WriteString("statement", judged.Claim.Statement);
                json.WriteString("source", judged.Claim.Source.ToString());
                json.WriteString("verdict", judged.Verdict.Text);
                json.WriteString("rule", judged.Claim.Rule);
                json.WriteStartArray("numbers");
                foreach (var id in judged.NumberIds) json.WriteStringValue(id);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>Puts the commit in.</summary>
    public static string WithCommit(string json, string commit)
        => json.Replace($"\"{CommitMark}\"", $"\"{JsonEncodedText.Encode(commit)}\"", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
