using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>Digests of single members: all that the runtime or reflection could tell of them, by name.</summary>
internal sealed class MemberReader(PEReader image, MetadataReader metadata, MetadataNames names)
{
    private const string ConstantData = "<PrivateImplementationDetails>";

    private readonly AttributeText _attributes = new(metadata, names);

    /// <summary>
    /// True for the compiler's container of array initializers, named by their content, and its structs of so many bytes: the
    /// data count where a method refers to them.
    /// </summary>
    public bool IsConstantData(TypeDefinition type) =>
        metadata.StringComparer.Equals(type.Name, ConstantData)
        || (type.GetDeclaringType() is { IsNil: false } outer && IsConstantData(metadata.GetTypeDefinition(outer)));

    public Digest Type(TypeDefinitionHandle handle, TypeDefinition type)
    {
        using var text = new CodeText();
        text.Add(names.NameOf(handle)).Add((int)type.Attributes).Add(names.NameOf(type.BaseType));
        text.Add([.. type.GetInterfaceImplementations()
            .Select(implementation => names.NameOf(metadata.GetInterfaceImplementation(implementation).Interface))
            .Order(StringComparer.Ordinal)]);
        text.Add([.. type.GetMethodImplementations().Select(metadata.GetMethodImplementation)
            .Select(method => $"{names.NameOf(method.MethodDeclaration)} by {names.NameOf(method.MethodBody)}")
            .Order(StringComparer.Ordinal)]);
        var layout = type.GetLayout();
        text.Add(layout.IsDefault ? -1 : layout.PackingSize).Add(layout.Size);
        AddGenericParameters(text, type.GetGenericParameters());

        // The order of fields is the layout of a struct, and the order in which reflection shows a record's properties.
        foreach (var field in type.GetFields().Select(metadata.GetFieldDefinition))
        {
            if (!field.Attributes.HasFlag(FieldAttributes.Static))
                text.Add(metadata.GetString(field.Name));
        }

        return text.Add(_attributes.Of(type.GetCustomAttributes())).Digest();
    }

    public Digest Method(MethodDefinitionHandle handle)
    {
        var method = metadata.GetMethodDefinition(handle);
        using var text = new CodeText();
        text.Add(names.NameOf(handle)).Add((int)method.Attributes).Add((int)method.ImplAttributes);
        AddGenericParameters(text, method.GetGenericParameters());
        foreach (var parameter in method.GetParameters().Select(metadata.GetParameter))
        {
            text.Add(parameter.SequenceNumber).Add(metadata.GetString(parameter.Name)).Add((int)parameter.Attributes);
            AddConstant(text, parameter.GetDefaultValue());
            AddBlob(text, parameter.GetMarshallingDescriptor());
            text.Add(_attributes.Of(parameter.GetCustomAttributes()));
        }

        if (method.GetImport() is { Module.IsNil: false } import)
        {
            text.Add((int)import.Attributes).Add(metadata.GetString(import.Name));
            text.Add(metadata.GetString(metadata.GetModuleReference(import.Module).Name));
        }

        text.Add(_attributes.Of(method.GetCustomAttributes()));
        if (method.RelativeVirtualAddress != 0)
            text.Add(image.GetMethodBody(method.RelativeVirtualAddress), metadata, NameWithData);
        return text.Digest();
    }

    public Digest Field(FieldDefinitionHandle handle)
    {
        var field = metadata.GetFieldDefinition(handle);
        using var text = new CodeText();
        text.Add(NameWithData(handle)).Add((int)field.Attributes).Add(field.GetOffset());
        AddConstant(text, field.GetDefaultValue());
        AddBlob(text, field.GetMarshallingDescriptor());
        return text.Add(_attributes.Of(field.GetCustomAttributes())).Digest();
    }

    public Digest Property(TypeDefinitionHandle type, PropertyDefinitionHandle handle)
    {
        var property = metadata.GetPropertyDefinition(handle);
        using var text = new CodeText();
        text.Add(names.NameOfMember(type, property.Name)).Add((int)property.Attributes);
        text.Add(MetadataNames.Text(property.DecodeSignature(names, null)));
        text.Add(names.NameOf(property.GetAccessors().Getter)).Add(names.NameOf(property.GetAccessors().Setter));
        AddConstant(text, property.GetDefaultValue());
        return text.Add(_attributes.Of(property.GetCustomAttributes())).Digest();
    }

    public Digest Event(TypeDefinitionHandle type, EventDefinitionHandle handle)
    {
        var @event = metadata.GetEventDefinition(handle);
        var accessors = @event.GetAccessors();
        using var text = new CodeText();
        text.Add(names.NameOfMember(type, @event.Name)).Add((int)@event.Attributes).Add(names.NameOf(@event.Type));
        text.Add(names.NameOf(accessors.Adder)).Add(names.NameOf(accessors.Remover)).Add(names.NameOf(accessors.Raiser));
        return text.Add(_attributes.Of(@event.GetCustomAttributes())).Digest();
    }

    public Digest Attributes(CustomAttributeHandleCollection attributes)
    {
        using var text = new CodeText();
        return text.Add(_attributes.Of(attributes)).Digest();
    }

    public Digest Resource(ManifestResource resource)
    {
        using var text = new CodeText();
        text.Add(metadata.GetString(resource.Name)).Add((int)resource.Attributes);
        if (resource.Implementation.IsNil)
        {
            var section = image.GetSectionData(image.PEHeaders.CorHeader!.ResourcesDirectory.RelativeVirtualAddress).GetReader();
            section.Offset = (int)resource.Offset;
            text.Add(section.ReadBytes(section.ReadInt32()));
        }

        return text.Digest();
    }

    private void AddGenericParameters(CodeText text, GenericParameterHandleCollection parameters)
    {
        foreach (var parameter in parameters.Select(metadata.GetGenericParameter))
        {
            text.Add(parameter.Index).Add((int)parameter.Attributes);
            text.Add([.. parameter.GetConstraints()
                .Select(constraint => names.NameOf(metadata.GetGenericParameterConstraint(constraint).Type))
                .Order(StringComparer.Ordinal)]);
            text.Add(_attributes.Of(parameter.GetCustomAttributes()));
        }
    }

    private void AddConstant(CodeText text, ConstantHandle handle)
    {
        if (handle.IsNil)
            return;
        var constant = metadata.GetConstant(handle);
        text.Add((int)constant.TypeCode).Add(metadata.GetBlobBytes(constant.Value));
    }

    private void AddBlob(CodeText text, BlobHandle handle)
    {
        if (!handle.IsNil)
            text.Add(metadata.GetBlobBytes(handle));
    }

    // A field with initial data in the image, such as an array initializer, stands for these data wherever it is named.
    private string NameWithData(EntityHandle handle)
    {
        var name = names.NameOf(handle);
        if (handle.Kind != HandleKind.FieldDefinition)
            return name;
        var field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
        return field.GetRelativeVirtualAddress() == 0 ? name : $"{name} = {Data(field)}";
    }

    private Digest Data(FieldDefinition field)
    {
        var section = image.GetSectionData(field.GetRelativeVirtualAddress());
        var length = Math.Min(SizeOf(field), section.Length);
        return Keys.Digest.Of(section.GetReader(0, length).ReadBytes(length));
    }

    // Data of a primitive type, or of a struct that states its size.
    private int SizeOf(FieldDefinition field)
    {
        var type = field.DecodeSignature(names, null);
        if (Enum.TryParse<PrimitiveTypeCode>(type, out var primitive))
        {
            return primitive switch
            {
                PrimitiveTypeCode.Boolean or PrimitiveTypeCode.Byte or PrimitiveTypeCode.SByte => 1,
                PrimitiveTypeCode.Char or PrimitiveTypeCode.Int16 or PrimitiveTypeCode.UInt16 => 2,
                PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 or PrimitiveTypeCode.Double => 8,
                _ => 4,
            };
        }

        var signature = metadata.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        signature.ReadSignatureTypeCode();
        return signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } handle
            ? metadata.GetTypeDefinition((TypeDefinitionHandle)handle).GetLayout().Size
            : throw new BadImageFormatException($"the size of the data of a field of type {type} is not known");
    }
}
