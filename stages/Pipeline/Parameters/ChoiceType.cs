using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>A text, or the name of one of several choices.</summary>
/// <param name="type">String or an enum.</param>
/// <param name="choices">The accepted names; empty for any text.</param>
internal sealed class ChoiceType(Type type, IReadOnlyList<string> choices) : ParameterType
{
    public override string Accepts => choices.Count == 0 ? "text" : string.Join(" | ", choices);

    public override object FromText(string text) => Parse(text, null);

    public override object FromJson(JsonNode node) =>
        node.Kind == JsonValueKind.String
            ? Parse(node.Text, node)
            : throw new WrongValueException($"{node.Shown} is not accepted", node);

    public override string Show(object value) => value.ToString()!;

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        if (choices.Count == 0)
            return;
        writer.WriteStartArray("enum");
        foreach (var choice in choices)
            writer.WriteStringValue(choice);
        writer.WriteEndArray();
    }

    private object Parse(string text, JsonNode? at)
    {
        if (choices.Count == 0)
            return text;
        var choice = choices.FirstOrDefault(known => known.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new WrongValueException($"'{text}' is not accepted", at, NearestMatch.Of(text, choices));
        return type.IsEnum ? Enum.Parse(type, choice, ignoreCase: true) : choice;
    }
}
