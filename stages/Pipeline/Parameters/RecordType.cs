using System.Reflection;
using System.Text;
using System.Text.Json;
using Research.Jobs;

namespace Research.Pipeline.Parameters;

/// <summary>A record, written as a JSON object with one member per parameter of its primary constructor.</summary>
internal sealed class RecordType : ParameterType
{
    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly (ParameterInfo Parameter, ParameterType Type)[] _members;

    public RecordType(Type type)
    {
        _type = type;
        _constructor = ConstructorOf(type)!;
        _members = [.. _constructor.GetParameters().Select(
            parameter => (parameter, Of(parameter.ParameterType, new ParameterAttribute(""))))];
    }

    public override string Accepts => $"{{{string.Join(", ", _members.Select(member => member.Parameter.Name))}}}";

    /// <summary>A type can be written as an object if it has one constructor with parameters.</summary>
    public static bool IsPossible(Type type) =>
        type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true && ConstructorOf(type) is not null;

    public override object FromText(string text) =>
        FromJson(JsonNodeReader.Read(Encoding.UTF8.GetBytes(text), "the value"));

    public override object FromJson(JsonNode node)
    {
        if (node.Kind != JsonValueKind.Object)
            throw new WrongValueException($"{node.Shown} is not accepted", node);
        var names = _members.Select(member => member.Parameter.Name!).ToList();
        if (node.Members.FirstOrDefault(member => !names.Contains(member.Key.Text)).Key is { } unknown)
            throw new WrongValueException(
                $"{_type.Name} has no '{unknown.Text}'", unknown, NearestMatch.Of(unknown.Text, names));
        try
        {
            return _constructor.Invoke([.. _members.Select(member => ValueOf(member.Parameter, member.Type, node))]);
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException or InputException)
        {
            throw new WrongValueException(e.InnerException.Message.TrimEnd('.'), node);
        }
    }

    public override string Show(object value) => value.ToString()!;

    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "object");
        writer.WriteBoolean("additionalProperties", false);
        writer.WriteStartObject("properties");
        foreach (var (parameter, type) in _members)
        {
            writer.WriteStartObject(parameter.Name!);
            type.WriteSchema(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var (parameter, _) in _members.Where(member => !member.Parameter.HasDefaultValue))
            writer.WriteStringValue(parameter.Name);
        writer.WriteEndArray();
    }

    private object? ValueOf(ParameterInfo parameter, ParameterType type, JsonNode node)
    {
        var value = node.Members.FirstOrDefault(member => member.Key.Text == parameter.Name).Value;
        if (value is null)
            return parameter.HasDefaultValue
                ? parameter.DefaultValue
                : throw new WrongValueException($"{_type.Name} needs '{parameter.Name}' ({type.Accepts})", node);
        try
        {
            return type.FromJson(value);
        }
        catch (WrongValueException e)
        {
            throw new WrongValueException($"{parameter.Name}: {e.Message} ({type.Accepts})", e.At, e.Nearest);
        }
    }

    private static ConstructorInfo? ConstructorOf(Type type)
    {
        var constructors = type.GetConstructors().Where(constructor => constructor.GetParameters().Length > 0).ToList();
        return constructors.Count == 1 ? constructors[0] : null;
    }
}
