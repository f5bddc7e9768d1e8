using System.Reflection;
using Research.Jobs;
using Research.Pipeline.Graph;

namespace Research.Pipeline.Parameters;

/// <summary>A field of the build class that is a parameter.</summary>
internal sealed class ParameterMember
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly FieldInfo _field;

    private ParameterMember(FieldInfo field, ParameterAttribute attribute)
    {
        _field = field;
        Attribute = attribute;
        Option = "--" + FolderNames.KebabCase(Name);
        Type = ParameterType.Of(field.FieldType, attribute);
        Targets = attribute.Targets.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The name in profile files: that of the field.</summary>
    public string Name => _field.Name;

    /// <summary>The name on the command line: <c>--in-context-trials</c>.</summary>
    public string Option { get; }

    public ParameterAttribute Attribute { get; }

    public ParameterType Type { get; }

    /// <summary>The targets that use it; empty for all.</summary>
    public IReadOnlyList<string> Targets { get; }

    /// <summary>A bool: present or absent on the command line.</summary>
    public bool IsSwitch => Type is SwitchType;

    /// <summary>The parameters of a build class and its base classes, in the order of their declaration.</summary>
    /// <exception cref="InputException">A field has a type that no parameter can have.</exception>
    public static IReadOnlyList<ParameterMember> Of(Type build)
    {
        List<Type> hierarchy = [];
        for (var type = build; type is not null && type != typeof(object); type = type.BaseType)
            hierarchy.Insert(0, type);
        List<ParameterMember> members = [];
        foreach (var field in hierarchy.SelectMany(type => type.GetFields(Declared)))
        {
            if (field.GetCustomAttribute<ParameterAttribute>() is { } attribute)
                members.Add(Create(field, attribute));
        }

        return members;
    }

    /// <summary>The value of the field.</summary>
    public object? Get(object build) => _field.GetValue(build);

    /// <summary>Sets the field.</summary>
    public void Set(object build, object value) => _field.SetValue(build, value);

    /// <summary>The field may stay as the build class left it: a bool, nullable, or initialized.</summary>
    public bool MayStayUnset(object build)
    {
        if (IsSwitch || Nullable.GetUnderlyingType(_field.FieldType) is not null)
            return true;
        var value = Get(build);
        return value is null
            ? new NullabilityInfoContext().Create(_field).ReadState == NullabilityState.Nullable
            : !_field.FieldType.IsValueType || !value.Equals(Activator.CreateInstance(_field.FieldType));
    }

    private static ParameterMember Create(FieldInfo field, ParameterAttribute attribute)
    {
        try
        {
            return new ParameterMember(field, attribute);
        }
        catch (ArgumentException e)
        {
            throw new InputException(e.Message, $"parameter {field.Name}", "Give the field another type.", e);
        }
    }
}
