using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Names instead of row numbers: every token of an assembly becomes a text that says the same in any build of the same
/// code. A type of another assembly begins with <c>[Assembly]</c>, a nested one follows its outer one after <c>/</c>.
/// </summary>
internal sealed class MetadataNames(MetadataReader metadata) : ISignatureTypeProvider<string, object?>
{
    private readonly Dictionary<EntityHandle, string> _known = [];
    private readonly GeneratedNames _generated = GeneratedNames.Of(metadata);

    /// <summary>The name of anything that an instruction, a row or a signature refers to; empty for a nil handle.</summary>
    /// <exception cref="BadImageFormatException">The token is of a kind that cannot be referred to.</exception>
    public string NameOf(EntityHandle handle)
    {
        if (handle.IsNil)
            return "";
        if (!_known.TryGetValue(handle, out var name))
            _known.Add(handle, name = Spell(handle));
        return name;
    }

    /// <summary>Type and name, without a signature.</summary>
    public string NameOfMember(TypeDefinitionHandle type, StringHandle name) => Member(NameOf(type), metadata.GetString(name));

    /// <summary>The member of the source that a name inside a type was made for, as <see cref="GeneratedNames.Owner"/> tells.</summary>
    public string Owner(TypeDefinitionHandle type, string simple) => _generated.Owner(NameOf(type), simple);

    /// <summary>A method's signature as text.</summary>
    public static string Text(MethodSignature<string> signature) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)signature.Header.RawValue} {signature.ReturnType}`{signature.GenericParameterCount}"
        + $"({string.Join(",", signature.ParameterTypes)}) {signature.RequiredParameterCount}");

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(handle);

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => NameOf((EntityHandle)handle);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetArrayType(string elementType, ArrayShape shape) => string.Create(
        CultureInfo.InvariantCulture,
        $"{elementType}[{shape.Rank};{string.Join(",", shape.LowerBounds)};{string.Join(",", shape.Sizes)}]");

    public string GetSZArrayType(string elementType) => $"{elementType}[]";

    public string GetByReferenceType(string elementType) => $"{elementType}&";

    public string GetPointerType(string elementType) => $"{elementType}*";

    public string GetPinnedType(string elementType) => $"{elementType} pinned";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}{{{string.Join(",", typeArguments)}}}";

    public string GetGenericMethodParameter(object? genericContext, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"!!{index}");

    public string GetGenericTypeParameter(object? genericContext, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"!{index}");

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        $"{unmodifiedType} {(isRequired ? "modreq" : "modopt")}({modifier})";

    public string GetFunctionPointerType(MethodSignature<string> signature) => $"fnptr({Text(signature)})";

    private string Member(string around, string simple) => $"{around}::{_generated.Canonical(around, simple)}";

    private static string Qualified(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private string Spell(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => TypeName((TypeDefinitionHandle)handle),
        HandleKind.TypeReference => ReferenceName((TypeReferenceHandle)handle),
        HandleKind.TypeSpecification => metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
        HandleKind.MethodDefinition => MethodName((MethodDefinitionHandle)handle),
        HandleKind.FieldDefinition => FieldName((FieldDefinitionHandle)handle),
        HandleKind.MemberReference => MemberName((MemberReferenceHandle)handle),
        HandleKind.MethodSpecification => SpecificationName((MethodSpecificationHandle)handle),
        HandleKind.StandaloneSignature => SignatureText((StandaloneSignatureHandle)handle),
        _ => throw new BadImageFormatException($"a token of kind {handle.Kind}"),
    };

    private string TypeName(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        var simple = metadata.GetString(type.Name);
        if (type.GetDeclaringType().IsNil)
            return Qualified(metadata.GetString(type.Namespace), _generated.Canonical("", simple));
        var around = NameOf(type.GetDeclaringType());
        return $"{around}/{_generated.Canonical(around, simple)}";
    }

    private string MethodName(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        return $"{NameOfMember(method.GetDeclaringType(), method.Name)} {Text(method.DecodeSignature(this, null))}";
    }

    private string ReferenceName(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = Qualified(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference => $"{NameOf(type.ResolutionScope)}/{name}",
            HandleKind.AssemblyReference =>
                $"[{metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)}]{name}",
            _ => name,
        };
    }

    private string FieldName(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        return $"{NameOfMember(field.GetDeclaringType(), field.Name)} {field.DecodeSignature(this, null)}";
    }

    private string MemberName(MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        var signature = member.GetKind() == MemberReferenceKind.Method
            ? Text(member.DecodeMethodSignature(this, null))
            : member.DecodeFieldSignature(this, null);
        return $"{Member(NameOf(member.Parent), metadata.GetString(member.Name))} {signature}";
    }

    private string SpecificationName(MethodSpecificationHandle handle)
    {
        var method = metadata.GetMethodSpecification(handle);
        return $"{NameOf(method.Method)}{{{string.Join(",", method.DecodeSignature(this, null))}}}";
    }

    private string SignatureText(StandaloneSignatureHandle handle)
    {
        var signature = metadata.GetStandaloneSignature(handle);
        return signature.GetKind() == StandaloneSignatureKind.Method
            ? Text(signature.DecodeMethodSignature(this, null))
            : string.Join(",", signature.DecodeLocalSignature(this, null));
    }
}
