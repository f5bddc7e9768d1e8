using System.Text.Json;

namespace Research.Pipeline.Parameters;

/// <summary>What values a parameter takes, and how they are read.</summary>
internal abstract class ParameterType
{
    /// <summary>For <c>--help</c> and messages: <c>integer, at least 1</c>.</summary>
    public abstract string Accepts { get; }

    /// <summary>Reads a value of the command line or the environment.</summary>
    /// <exception cref="WrongValueException">The parameter does not accept it.</exception>
    public abstract object FromText(string text);

    /// <summary>Reads a value of a profile file.</summary>
    /// <exception cref="WrongValueException">The parameter does not accept it.</exception>
    public abstract object FromJson(JsonNode node);

    /// <summary>A value as a user would write it on the command line.</summary>
    public abstract string Show(object value);

    /// <summary>Writes the members of the JSON schema of a value.</summary>
    public abstract void WriteSchema(Utf8JsonWriter writer);

    /// <summary>The type of a field or of a property of a record.</summary>
    /// <exception cref="ArgumentException">A parameter cannot have this type.</exception>
    public static ParameterType Of(Type type, ParameterAttribute limits)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray)
            return new ListType(type.GetElementType()!, Of(type.GetElementType()!, limits));
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new ListType(type.GetGenericArguments()[0], Of(type.GetGenericArguments()[0], limits));
        if (type == typeof(bool))
            return new SwitchType();
        if (type == typeof(string))
            return new ChoiceType(
                type, limits.Values.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (type.IsEnum)
            return new ChoiceType(type, Enum.GetNames(type));
        if (type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(float))
            return new NumberType(type, limits);
        return RecordType.IsPossible(type)
            ? new RecordType(type)
            : throw new ArgumentException(
                $"a parameter cannot be of type {type.Name}; use a number, a text, an enum, a record or a list");
    }
}
