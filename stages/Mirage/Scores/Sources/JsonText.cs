using System.Text.Json;

namespace Research.Mirage.Scores.Sources;

/// <summary>Members of JSON objects as texts.</summary>
internal static class JsonText
{
    /// <summary>A text, number or truth value; null if there is none.</summary>
    public static string? Of(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? Of(member) : null;

    /// <inheritdoc cref="Of(JsonElement, string)"/>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>A member that is an object or a list; undefined if there is none.</summary>
    public static JsonElement Child(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : default;
}
