using System.Text;
using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>An array; on the command line <c>0,0.02,0.04</c>, or JSON if it begins with a bracket.</summary>
internal sealed class ListType(Type elementType, ParameterType element) : ParameterType
{
    public override string Accepts =>
        element is not RecordType && element.Accepts.AsSpan().ContainsAny(',', '|')
            ? $"list of ({element.Accepts})"
            : $"list of {element.Accepts}";

    public override object FromText(string text)
    {
        if (text.StartsWith('['))
            return FromJson(JsonNodeReader.Read(Encoding.UTF8.GetBytes(text), "the value"));
        return ToArray(text.Length == 0 ? [] : [.. text.Split(',').Select(part => element.FromText(part.Trim()))]);
    }

    public override object FromJson(JsonNode node) =>
        node.Kind == JsonValueKind.Array
            ? ToArray([.. node.Elements.Select(element.FromJson)])
            : throw new WrongValueException($"{node.Shown} is not a list", node);

    public override string Show(object value) =>
        string.Join(',', ((System.Collections.IEnumerable)value).Cast<object>().Select(element.Show));

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "array");
        writer.WriteStartObject("items");
        element.WriteSchema(writer);
        writer.WriteEndObject();
    }

    private Array ToArray(IReadOnlyList<object> values)
    {
        var array = Array.CreateInstance(elementType, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(values[i], i);
        return array;
    }
}
