using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Research.Pipeline.Keys;

/// <summary>Which members of a record belong to its canonical form.</summary>
/// <param name="TypeName">Full name of the type, free of assembly names and versions.</param>
/// <param name="Members">Public properties with storage and public fields, sorted by name.</param>
internal sealed record SpecShape(string TypeName, IReadOnlyList<MemberInfo> Members)
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, SpecShape> Known = [];

    /// <summary>The shape of a type.</summary>
    /// <param name="type">Type of a value of a spec.</param>
    /// <param name="where">Name of the component that holds the value, for the message.</param>
    /// <exception cref="ArgumentException">The type has no canonical form.</exception>
    public static SpecShape Of(Type type, string where) =>
        Known.TryGetValue(type, out var known) ? known : Known.GetOrAdd(type, Create(type, where));

    private static SpecShape Create(Type type, string where)
    {
        var isTuple = typeof(ITuple).IsAssignableFrom(type);
        if (typeof(Delegate).IsAssignableFrom(type) || typeof(IEnumerable).IsAssignableFrom(type) || type.IsPointer)
            throw Unknown(type, where, "it has no defined order or no value; use a record, an array or a list");
        if (type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)) && !isTuple)
            throw Unknown(type, where, "use a number, a text, an enum, a record or a list of such");

        var fields = Fields(type).ToList();
        var stored = fields.Select(field => field.Name).ToHashSet(StringComparer.Ordinal);
        var properties = type.GetProperties(Public)
            .Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod is { IsPublic: true })
            .Where(property => stored.Contains(BackingField(property.Name)))
            .ToList();
        List<MemberInfo> members = [.. properties, .. fields.Where(field => field.IsPublic)];

        var shown = properties.Select(property => BackingField(property.Name)).ToHashSet(StringComparer.Ordinal);
        if (fields.Find(field => !field.IsPublic && !shown.Contains(field.Name) && !isTuple) is { } hidden)
            throw Unknown(type, where, $"its state '{hidden.Name}' is not an automatic public property, so no key can cover it");
        members.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new SpecShape(NameOf(type), members);
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
        {
            foreach (var field in t.GetFields(Declared))
                yield return field;
        }
    }

    private static string BackingField(string property) => $"<{property}>k__BackingField";

    private static string NameOf(Type type)
    {
        var name = type.FullName is { } full ? full.Split('[')[0] : type.Name;
        return type.IsGenericType ? $"{name}<{string.Join(",", type.GetGenericArguments().Select(NameOf))}>" : name;
    }

    private static ArgumentException Unknown(Type type, string where, string why) =>
        new($"{where}: a value of type {NameOf(type)} cannot be part of a key: {why}");
}
