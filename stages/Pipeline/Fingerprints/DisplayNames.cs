using System.Reflection.Metadata;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// What a person calls a member: <c>Gelu.Backward</c>, without the part of the namespace that the assembly's name says
/// already. What the compiler made of a member goes by that member's name; overloads share one.
/// </summary>
internal sealed class DisplayNames(MetadataReader metadata, MetadataNames names, string assembly)
{
    private readonly AttributeText _attributes = new(metadata, names);

    public string Of(TypeDefinitionHandle handle)
    {
        var simple = metadata.GetString(metadata.GetTypeDefinition(handle).Name);
        return Join(names.NameOf(handle), simple.StartsWith('<') ? names.Owner(handle, simple) : "");
    }

    public string Of(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        return Of(field.GetDeclaringType(), metadata.GetString(field.Name));
    }

    public string Of(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        var name = metadata.GetString(method.Name) switch
        {
            ".ctor" => "(constructor)",
            ".cctor" => "(static fields)",
            var accessor when method.Attributes.HasFlag(System.Reflection.MethodAttributes.SpecialName)
                && accessor.IndexOf('_', StringComparison.Ordinal) is > 0 and var end
                && accessor[..end] is "get" or "set" or "add" or "remove" => accessor[(end + 1)..],
            var simple when !simple.Contains('<', StringComparison.Ordinal)
                && _attributes.IsGenerated(method.GetCustomAttributes()) => "",
            var simple => simple,
        };
        return Of(method.GetDeclaringType(), name);
    }

    public string Of(TypeDefinitionHandle type, PropertyDefinitionHandle handle) =>
        Of(type, metadata.GetString(metadata.GetPropertyDefinition(handle).Name));

    public string Of(TypeDefinitionHandle type, EventDefinitionHandle handle) =>
        Of(type, metadata.GetString(metadata.GetEventDefinition(handle).Name));

    // A member of an invented type belongs to what its own name says, or else to what the type's name says.
    private string Of(TypeDefinitionHandle type, string simple)
    {
        var inventedType = metadata.GetString(metadata.GetTypeDefinition(type).Name).StartsWith('<');
        if (!inventedType)
            return Join(names.NameOf(type), names.Owner(type, simple));
        return simple.StartsWith('<') && names.Owner(type, simple) is { Length: > 0 } owner
            ? Join(names.NameOf(type), owner)
            : Of(type);
    }

    private string Join(string type, string member)
    {
        var container = GeneratedNames.Container(type);
        if (container.StartsWith(assembly + ".", StringComparison.Ordinal))
            container = container[(assembly.Length + 1)..];
        container = container.Replace('/', '.');
        for (int arity; (arity = container.IndexOf('`', StringComparison.Ordinal)) >= 0;)
        {
            var end = arity + 1;
            while (end < container.Length && char.IsAsciiDigit(container[end]))
                end++;
            container = container.Remove(arity, end - arity);
        }

        return member.Length == 0 ? container : $"{container}.{member}";
    }
}
