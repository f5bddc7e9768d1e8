using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>A value of a JSON file that knows where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text of a string, the digits of a number; otherwise empty.</param>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Column">Column in the line, from 1.</param>
internal sealed record JsonNode(JsonValueKind Kind, string Text, int Line, int Column)
{
    /// <summary>The elements of an array.</summary>
    public IReadOnlyList<JsonNode> Elements { get; init; } = [];

    /// <summary>
    /// The members of an object, in the order of the file; the position of each name is that of <c>Key</c>.
    /// </summary>
    public IReadOnlyList<(JsonNode Key, JsonNode Value)> Members { get; init; } = [];

    /// <summary>For messages: <c>the text "many"</c>, <c>the number 0.5</c>, <c>an array</c>.</summary>
    public string Shown => Kind switch
    {
        JsonValueKind.String => $"the text \"{Text}\"",
        JsonValueKind.Number => $"the number {Text}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };
}
