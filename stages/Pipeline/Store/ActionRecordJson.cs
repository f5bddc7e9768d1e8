using System.Text.Encodings.Web;
using System.Text.Json;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>The text of an action record. Written by hand: reading many must cost next to nothing at start.</summary>
internal static class ActionRecordJson
{
    private static readonly JsonWriterOptions Readable =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Format(ActionRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("target", record.Target);
            json.WriteString("job", record.Job);
            json.WriteString("key", record.Key.ToString());
            json.WriteString("output", record.Output.Hex);
            json.WriteNumber("seconds", record.Seconds);
            json.WriteNumber("peakBytes", record.PeakBytes);
            json.WriteString("machine", record.Machine);
            json.WriteString("finishedAt", record.FinishedAt);
            json.WriteStartObject("components");
            foreach (var (name, value) in record.Components)
                json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteString("logTail", record.LogTail);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">The text is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    /// <exception cref="InvalidOperationException">A property has another type.</exception>
    /// <exception cref="FormatException">A digest or a time is malformed.</exception>
    public static ActionRecord Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        var json = document.RootElement;
        return new ActionRecord(
            Text(json, "target"),
            Text(json, "job"),
            new KeyComponents(json.GetProperty("components").EnumerateObject()
                .Select(component => new KeyComponent(component.Name, component.Value.GetString()!))),
            Digest.Parse(Text(json, "output")),
            json.GetProperty("seconds").GetDouble(),
            json.GetProperty("peakBytes").GetInt64(),
            Text(json, "machine"),
            json.GetProperty("finishedAt").GetDateTimeOffset(),
            Text(json, "logTail"));
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
