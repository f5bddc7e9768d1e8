using System.Collections.Concurrent;
using System.Reflection;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>Fingerprints code, remembers fingerprints between runs and says in which members two of them differ.</summary>
/// <param name="folder">Where fingerprints are kept; created when first needed.</param>
public sealed class Fingerprinter(string folder)
{
    private readonly ConcurrentDictionary<string, AssemblyFingerprint> _assemblies = new(StringComparer.Ordinal);

    /// <summary>The folder of the kept fingerprints.</summary>
    public string Folder { get; } = folder;

    /// <summary>The fingerprint of the code that a call of a method can reach.</summary>
    /// <exception cref="ArgumentException">The method's assembly has no file to read.</exception>
    public CodeFingerprint Of(MethodInfo entry)
    {
        var fingerprint = Of(entry.Module.Assembly);
        var parameters = string.Join(", ", entry.GetParameters().Select(parameter => parameter.ParameterType.ToString()));
        return fingerprint with { Entry = $"{entry.DeclaringType}.{entry.Name}({parameters})" };
    }

    /// <summary>The fingerprint of all code of an assembly.</summary>
    /// <exception cref="ArgumentException">The assembly has no file to read.</exception>
    public CodeFingerprint Of(Assembly entry)
    {
        SortedDictionary<string, Digest> digests = new(StringComparer.Ordinal);
        Visit(entry, digests);
        return new CodeFingerprint(entry.GetName().Name!, digests);
    }

    /// <summary>A kept fingerprint, or null if none of this digest was kept or it is damaged.</summary>
    public AssemblyFingerprint? Find(Digest assembly) => _assemblies.Values.FirstOrDefault(known => known.Digest == assembly);

    /// <summary>
    /// The members behind a difference of two keys in a component <c>code.ASSEMBLY</c>; empty if the difference is another
    /// one or a version was not kept.
    /// </summary>
    public IReadOnlyList<CodeDifference> Explain(KeyDifference difference) =>
        difference.Component.StartsWith("code.", StringComparison.Ordinal)
        && Digest.TryParse(difference.Old, out var old) && Digest.TryParse(difference.New, out var @new)
        && Find(old) is { } before && Find(@new) is { } after
            ? CodeDifference.Between(before, after)
            : [];

    private void Visit(Assembly assembly, SortedDictionary<string, Digest> digests)
    {
        var name = assembly.GetName().Name!;
        if (digests.ContainsKey(name))
            return;
        var digest = Digest.Of(File.ReadAllBytes(assembly.Location));
        _assemblies[name] = new AssemblyFingerprint(name, digest, [], new SortedDictionary<string, Digest>());
        digests.Add(name, digest);
        foreach (var reference in assembly.GetReferencedAssemblies())
        {
            if (reference.Name!.StartsWith("Research.", StringComparison.Ordinal))
                Visit(Assembly.Load(reference), digests);
        }
    }
}
