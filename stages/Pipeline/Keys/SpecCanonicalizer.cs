using System.Collections;
using System.Reflection;

namespace Research.Pipeline.Keys;

/// <summary>
/// The canonical form of a spec: an immutable record of parameters becomes a flat list of names and values, one per public
/// property that holds something (<c>spec.Model.Width = 64</c>). Two specs have the same form exactly if they are equal.
/// </summary>
/// <remarks>
/// Properties whose value is null are left out, so that a new optional property leaves old keys as they were. Properties
/// that only compute something are left out too: they follow from the others and from the code. Each record adds its
/// type's name, each list of records its length, so that null, empty and absent differ.
/// </remarks>
public static class SpecCanonicalizer
{
    private const int DeepestNesting = 32;

    /// <summary>The canonical form.</summary>
    /// <param name="spec">
    /// A number, bool, char, string, enum, <see cref="Digest"/>, a tuple or record of such, or an array or list of such, nested
    /// at will; or null.
    /// </param>
    /// <param name="name">What the names of the components begin with.</param>
    /// <exception cref="ArgumentException">
    /// The spec holds something without a canonical form, such as a delegate, a dictionary, a cycle or hidden state.
    /// </exception>
    public static IReadOnlyList<KeyComponent> Components(object? spec, string name = "spec")
    {
        List<KeyComponent> components = [];
        Add(components, name, spec, depth: 0);
        return components;
    }

    private static void Add(List<KeyComponent> components, string name, object? value, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new ArgumentException(
                $"{name[..Math.Min(name.Length, 80)]}...: a spec nests deeper than {DeepestNesting} levels; does it hold itself?");
        }

        if (value is null)
            return;
        if (SpecScalar.TryFormat(value, out var text))
            components.Add(new KeyComponent(name, text));
        else if (value is IList list)
            AddList(components, name, list, depth);
        else
            AddRecord(components, name, value, depth);
    }

    private static void AddList(List<KeyComponent> components, string name, IList list, int depth)
    {
        var scalars = new string[list.Count];
        var areScalars = true;
        for (var i = 0; i < list.Count && areScalars; i++)
        {
            scalars[i] = "null";
            areScalars = list[i] is not { } element || SpecScalar.TryFormat(element, out scalars[i]);
        }

        if (areScalars)
        {
            components.Add(new KeyComponent(name, $"[{string.Join(", ", scalars)}]"));
            return;
        }

        components.Add(new KeyComponent(name, $"{list.Count} elements"));
        for (var i = 0; i < list.Count; i++)
            Add(components, $"{name}[{i}]", list[i], depth + 1);
    }

    private static void AddRecord(List<KeyComponent> components, string name, object value, int depth)
    {
        var shape = SpecShape.Of(value.GetType(), name);
        components.Add(new KeyComponent(name, shape.TypeName));
        foreach (var member in shape.Members)
        {
            var inner = member is PropertyInfo property ? property.GetValue(value) : ((FieldInfo)member).GetValue(value);
            Add(components, $"{name}.{member.Name}", inner, depth + 1);
        }
    }
}
