using System.Reflection;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Fingerprints;

/// <summary>
/// Fingerprints code, remembers fingerprints between runs and says in which members two of them differ. A folder that cannot
/// be written is no error: then nothing is remembered.
/// </summary>
public sealed class Fingerprinter
{
    private readonly FingerprintMemo _memo;
    private readonly FingerprintArchive _archive;
    private readonly Dictionary<string, FingerprintMemo.Entry> _thisRun = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    internal Fingerprinter(string folder, Workspace workspace)
    {
        _memo = new FingerprintMemo(Path.Combine(folder, "memo"), workspace);
        _archive = new FingerprintArchive(folder, workspace);
    }

    /// <summary>
    /// The fingerprint of the code that a call of a method can reach: its assembly, those of the types it is closed over, and
    /// all that these reference, as far as they belong to the repository.
    /// </summary>
    /// <exception cref="ArgumentException">The code was not loaded from a file.</exception>
    public CodeFingerprint Of(MethodInfo entry)
    {
        var parameters = string.Join(", ", entry.GetParameters().Select(parameter => parameter.ParameterType.ToString()));
        Type[] arguments = [.. entry.DeclaringType!.GetGenericArguments(), .. entry.GetGenericArguments()];
        var closedOver = arguments.Length == 0 ? "" : $"[{string.Join(",", arguments.Select(argument => argument.ToString()))}]";
        return new CodeFingerprint(
            $"{entry.DeclaringType}.{entry.Name}{closedOver}({parameters})",
            Closure([entry.Module.Assembly, .. arguments.SelectMany(AssembliesOf)]));
    }

    /// <summary>The fingerprint of all code of an assembly and of what it references in the repository.</summary>
    /// <exception cref="ArgumentException">The code was not loaded from a file.</exception>
    public CodeFingerprint Of(Assembly entry) => new(entry.GetName().Name!, Closure([entry]));

    /// <summary>A remembered fingerprint, or null if none of this digest was kept or it is damaged.</summary>
    public AssemblyFingerprint? Find(Digest assembly) => _archive.Find(assembly);

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

    internal SortedDictionary<string, Digest> Closure(IEnumerable<string> files)
    {
        SortedDictionary<string, Digest> digests = new(StringComparer.Ordinal);
        foreach (var file in files)
            Visit(file, digests);
        return digests;
    }

    private SortedDictionary<string, Digest> Closure(IEnumerable<Assembly> roots) => Closure(roots
        .Where((root, i) => i == 0 || root.GetName().Name!.StartsWith(AssemblyReader.Repository, StringComparison.Ordinal))
        .Select(root => root.Location is { Length: > 0 } file
            ? file
            : throw new ArgumentException($"{root.GetName().Name} was not loaded from a file, so its code cannot be told")));

    private void Visit(string file, SortedDictionary<string, Digest> digests)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        if (digests.ContainsKey(name))
            return;
        var entry = Read(file);
        digests.Add(name, entry.Digest);
        foreach (var reference in entry.References)
        {
            var beside = Path.Combine(Path.GetDirectoryName(file)!, reference + ".dll");
            Visit(File.Exists(beside) ? beside : Assembly.Load(reference).Location, digests);
        }
    }

    private FingerprintMemo.Entry Read(string file)
    {
        lock (_gate)
        {
            if (_thisRun.TryGetValue(file, out var entry))
                return entry;
            var info = new FileInfo(file);
            entry = _memo.Find(info);
            if (entry is null || !_archive.Contains(entry.Digest))
            {
                var fingerprint = AssemblyReader.Read(file);
                _archive.Add(fingerprint);
                entry = _memo.Add(info, fingerprint);
            }

            _thisRun.Add(file, entry);
            return entry;
        }
    }

    private static IEnumerable<Assembly> AssembliesOf(Type type) =>
        type.GetGenericArguments().SelectMany(AssembliesOf).Append((type.GetElementType() ?? type).Assembly);
}
