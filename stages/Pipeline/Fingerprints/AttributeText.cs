using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Custom attributes as text, without those that only compilers, debuggers and readers of source look at. Nullability stays:
/// the schema of a table follows it.
/// </summary>
internal sealed partial class AttributeText(MetadataReader metadata, MetadataNames names) : ICustomAttributeTypeProvider<string>
{
    private static readonly string[] Ignored =
    [
        "System.Reflection.Assembly",
        "System.Diagnostics.",
        "System.CodeDom.Compiler.",
        "System.ComponentModel.EditorBrowsable",
        "System.ObsoleteAttribute",
        "System.Runtime.Versioning.",
        "System.Runtime.CompilerServices.AsyncIteratorStateMachine",
        "System.Runtime.CompilerServices.AsyncStateMachine",
        "System.Runtime.CompilerServices.CompilationRelaxations",
        "System.Runtime.CompilerServices.CompilerGenerated",
        "System.Runtime.CompilerServices.Extension",
        "System.Runtime.CompilerServices.InternalsVisibleTo",
        "System.Runtime.CompilerServices.IteratorStateMachine",
        "System.Runtime.CompilerServices.RefSafetyRules",
        "System.Runtime.CompilerServices.RuntimeCompatibility",
        "System.Runtime.CompilerServices.ScopedRef",
        "System.Runtime.CompilerServices.TupleElementNames",
        "Microsoft.CodeAnalysis.",
    ];

    /// <summary>The attributes that matter, sorted, one text each.</summary>
    public IReadOnlyList<string> Of(CustomAttributeHandleCollection attributes)
    {
        List<string> texts = [];
        foreach (var handle in attributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            var type = TypeOf(attribute);
            var plain = type[(type.IndexOf(']', StringComparison.Ordinal) + 1)..];
            if (!Ignored.Any(prefix => plain.StartsWith(prefix, StringComparison.Ordinal)))
                texts.Add($"{names.NameOf(attribute.Constructor)} {Values(attribute)}");
        }

        texts.Sort(StringComparer.Ordinal);
        return texts;
    }

    /// <summary>True if the compiler made the member without source of its own, such as a record's <c>Equals</c>.</summary>
    public bool IsGenerated(CustomAttributeHandleCollection attributes) =>
        attributes.Any(handle => TypeOf(metadata.GetCustomAttribute(handle))
            .EndsWith("System.Runtime.CompilerServices.CompilerGeneratedAttribute", StringComparison.Ordinal));

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSystemType() => "[System.Runtime]System.Type";

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        names.NameOf(handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        names.NameOf((EntityHandle)handle);

    public string GetTypeFromSerializedName(string name) => AssemblyVersion().Replace(name, "");

    public bool IsSystemType(string type) => type.EndsWith("]System.Type", StringComparison.Ordinal);

    /// <remarks>An enum of the same assembly says so; of another one, nearly all are of 32 bits.</remarks>
    public PrimitiveTypeCode GetUnderlyingEnumType(string type)
    {
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (names.NameOf(handle) != type)
                continue;
            foreach (var field in metadata.GetTypeDefinition(handle).GetFields().Select(metadata.GetFieldDefinition))
            {
                if (!field.Attributes.HasFlag(FieldAttributes.Static))
                    return Enum.Parse<PrimitiveTypeCode>(field.DecodeSignature(names, null));
            }
        }

        return PrimitiveTypeCode.Int32;
    }

    private string TypeOf(CustomAttribute attribute) => attribute.Constructor.Kind == HandleKind.MethodDefinition
        ? names.NameOf(metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType())
        : names.NameOf(metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent);

    private string Values(CustomAttribute attribute)
    {
        try
        {
            var value = attribute.DecodeValue(this);
            var named = value.NamedArguments.Select(argument => $"{argument.Name}={Text(argument.Value)}");
            return $"{Text(value.FixedArguments)} {string.Join(", ", named.Order(StringComparer.Ordinal))}";
        }
        catch (BadImageFormatException)
        {
            return Convert.ToHexStringLower(metadata.GetBlobBytes(attribute.Value));
        }
    }

    private static string Text(ImmutableArray<CustomAttributeTypedArgument<string>> arguments) =>
        $"({string.Join(", ", arguments.Select(argument => Text(argument.Value)))})";

    private static string Text(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        ImmutableArray<CustomAttributeTypedArgument<string>> elements => Text(elements),
        CustomAttributeTypedArgument<string> element => Text(element.Value),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@", Version=[^,\]]+, Culture=[^,\]]+, PublicKeyToken=[^,\]]+")]
    private static partial Regex AssemblyVersion();
}
