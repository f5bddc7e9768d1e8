using System.Globalization;
using System.Reflection.Metadata;
using System.Text.RegularExpressions;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Names that the compiler invents for closures, iterators and cached delegates. They number a type's methods by position,
/// so a new method renames the closures of all that follow; here the number gives way to the method it stands for.
/// </summary>
internal sealed partial class GeneratedNames
{
    private readonly Dictionary<(string Type, string Ordinal), string> _owners = [];

    /// <summary>Learns which numbers stand for which methods.</summary>
    public static GeneratedNames Of(MetadataReader metadata)
    {
        var names = new GeneratedNames();
        SortedSet<(string Type, string Owner, int Number, string Ordinal)> uses = [];
        foreach (var handle in metadata.TypeDefinitions)
        {
            var type = metadata.GetTypeDefinition(handle);
            var path = RawName(metadata, type);
            if (!path.Contains('<', StringComparison.Ordinal))
                path += "/";
            var simple = metadata.GetString(type.Name);
            Learn(uses, Container(path), simple, inherited: "");
            var ordinal = OrdinalIn(simple);
            foreach (var method in type.GetMethods())
                Learn(uses, Container(path), metadata.GetString(metadata.GetMethodDefinition(method).Name), ordinal);
            foreach (var field in type.GetFields())
                Learn(uses, Container(path), metadata.GetString(metadata.GetFieldDefinition(field).Name), ordinal);
        }

        // Overloads share a name; they are told apart by their order.
        foreach (var sameName in uses.GroupBy(use => (use.Type, use.Owner)))
        {
            foreach (var (rank, use) in sameName.DistinctBy(use => use.Ordinal).Index())
                names._owners.TryAdd((use.Type, use.Ordinal), string.Create(CultureInfo.InvariantCulture, $"{use.Owner}:{rank}"));
        }

        return names;
    }

    /// <summary>The name with the method in place of its number; any other name as it is.</summary>
    /// <param name="around">Name of the type around it, as <see cref="MetadataNames"/> writes it; empty at top level.</param>
    /// <param name="simple">The name as the metadata has it.</param>
    public string Canonical(string around, string simple)
    {
        if (!simple.Contains('<', StringComparison.Ordinal))
            return simple;
        var container = Container(around);
        return Ordinals().Replace(simple, match => _owners.GetValueOrDefault((container, Key(match)), match.Value));
    }

    /// <summary>The member of the source that a name was made for; empty if it belongs to the type as a whole.</summary>
    /// <param name="around">Name of the type around it, as <see cref="MetadataNames"/> writes it.</param>
    /// <param name="simple">The name as the metadata has it.</param>
    public string Owner(string around, string simple) => OwnerIn(simple) is { Length: > 0 } owner
        ? owner
        : _owners.GetValueOrDefault((Container(around), OrdinalIn(simple)), "").Split(':')[0];

    private static string OwnerIn(string simple)
    {
        var name = simple;
        while (name.StartsWith('<'))
        {
            var (end, open) = (0, 0);
            do
                open += name[end] switch { '<' => 1, '>' => -1, _ => 0 };
            while (open > 0 && ++end < name.Length);
            name = name[1..Math.Min(end, name.Length)];
        }

        return name;
    }

    /// <summary>The type of the source around a name: what precedes the first invented type.</summary>
    public static string Container(string around)
    {
        var end = around.IndexOf("/<", StringComparison.Ordinal);
        var name = end < 0 ? around : around[..end];
        var arguments = name.IndexOf('{', StringComparison.Ordinal);
        return (arguments < 0 ? name : name[..arguments]).TrimEnd('/');
    }

    private static void Learn(
        SortedSet<(string Type, string Owner, int Number, string Ordinal)> uses, string container, string simple, string inherited)
    {
        if (!simple.Contains('<', StringComparison.Ordinal))
            return;
        var cached = simple.IndexOf(">__", StringComparison.Ordinal);
        var ordinal = OrdinalIn(simple) is { Length: > 0 } own ? own : inherited;
        var owner = ordinal.StartsWith('<') ? simple[cached..] : OwnerIn(simple);
        if (ordinal.Length > 0 && owner.Length > 0)
            uses.Add((container, owner, int.Parse(ordinal.Trim('<'), CultureInfo.InvariantCulture), ordinal));
    }

    private static string OrdinalIn(string simple) => Ordinals().Match(simple) is { Success: true } match ? Key(match) : "";

    // Cached method groups (<0>__Name) are numbered apart from methods.
    private static string Key(Match match) => match.Index == 1 ? $"<{match.Value}" : match.Value;

    private static string RawName(MetadataReader metadata, TypeDefinition type)
    {
        var simple = metadata.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } outer)
            return $"{RawName(metadata, metadata.GetTypeDefinition(outer))}/{simple}";
        var space = metadata.GetString(type.Namespace);
        return space.Length == 0 ? simple : $"{space}.{simple}";
    }

    [GeneratedRegex(@"(?<=^<)\d+(?=>__)|(?<=>b__|\||^<>c__DisplayClass|^<>9__)\d+(?=_\d)|(?<=^<>c__|>d__)\d+")]
    private static partial Regex Ordinals();
}
