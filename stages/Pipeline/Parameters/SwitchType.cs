using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>Yes or no.</summary>
internal sealed class SwitchType : ParameterType
{
    public override string Accepts => "true or false";

    public override object FromText(string text) =>
        bool.TryParse(text, out var value)
            ? value
            : throw new WrongValueException($"'{text}' is neither true nor false");

    public override object FromJson(JsonNode node) => node.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new WrongValueException($"{node.Shown} is neither true nor false", node),
    };

    public override string Show(object value) => (bool)value ? "true" : "false";

    public override void WriteSchema(Utf8JsonWriter writer) => writer.WriteString("type", "boolean");
}
