using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>Reads the fingerprint of an assembly from its file, without loading it.</summary>
internal sealed class AssemblyReader
{
    /// <summary>What the simple names of the repository's own assemblies begin with.</summary>
    public const string Repository = "Research.";

    // Part of every digest: a change of what is covered, or how, changes all of them.
    private const string Version = "code-1";

    private readonly MetadataReader _metadata;
    private readonly MetadataNames _names;
    private readonly MemberReader _members;
    private readonly SortedDictionary<string, List<Digest>> _digests = new(StringComparer.Ordinal);

    private AssemblyReader(PEReader image)
    {
        _metadata = image.GetMetadataReader();
        _names = new MetadataNames(_metadata);
        _members = new MemberReader(image, _metadata, _names);
    }

    /// <summary>The fingerprint of the assembly in a file.</summary>
    /// <exception cref="BadImageFormatException">The file is no managed assembly.</exception>
    public static AssemblyFingerprint Read(string file)
    {
        using var image = new PEReader(new MemoryStream(File.ReadAllBytes(file)));
        return new AssemblyReader(image).ReadAll(Path.GetDirectoryName(file)!);
    }

    private AssemblyFingerprint ReadAll(string folder)
    {
        var assembly = _metadata.GetAssemblyDefinition();
        var name = _metadata.GetString(assembly.Name);
        var display = new DisplayNames(_metadata, _names, name);
        foreach (var handle in _metadata.TypeDefinitions)
            ReadType(handle, display);
        var references = ReadReferences(folder);
        Add("(assembly)", _members.Attributes(assembly.GetCustomAttributes()));
        foreach (var resource in _metadata.ManifestResources.Select(_metadata.GetManifestResource))
            Add($"resource {_metadata.GetString(resource.Name)}", _members.Resource(resource));

        SortedDictionary<string, Digest> members = new(StringComparer.Ordinal);
        using var all = new CodeText();
        all.Add(Version).Add(name);
        foreach (var (member, digests) in _digests)
        {
            digests.Sort();
            using var together = new CodeText();
            members.Add(member, together.Add([.. digests.Select(digest => digest.Hex)]).Digest());
            all.Add(member).Add(members[member].Hex);
        }

        return new AssemblyFingerprint(name, all.Digest(), references, members);
    }

    private void ReadType(TypeDefinitionHandle handle, DisplayNames display)
    {
        var type = _metadata.GetTypeDefinition(handle);
        if (_members.IsConstantData(type))
            return;
        Add(display.Of(handle), _members.Type(handle, type));
        foreach (var method in type.GetMethods())
            Add(display.Of(method), _members.Method(method));
        foreach (var field in type.GetFields())
            Add(display.Of(field), _members.Field(field));
        foreach (var property in type.GetProperties())
            Add(display.Of(handle, property), _members.Property(handle, property));
        foreach (var @event in type.GetEvents())
            Add(display.Of(handle, @event), _members.Event(handle, @event));
    }

    private List<string> ReadReferences(string folder)
    {
        List<string> repository = [];
        foreach (var reference in _metadata.AssemblyReferences.Select(_metadata.GetAssemblyReference))
        {
            var name = _metadata.GetString(reference.Name);
            if (name.StartsWith(Repository, StringComparison.Ordinal))
            {
                repository.Add(name);
                continue;
            }

            // A package keeps its assembly version over many releases; the module's identity tells them apart.
            using var text = new CodeText();
            Add($"reference {name}", text.Add(name).Add(reference.Version.ToString()).Add(ModuleIdentity(folder, name)).Digest());
        }

        repository.Sort(StringComparer.Ordinal);
        return repository;
    }

    private static string ModuleIdentity(string folder, string name)
    {
        var file = Path.Combine(folder, name + ".dll");
        if (!File.Exists(file))
            return "";
        using var image = new PEReader(File.OpenRead(file));
        var metadata = image.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid).ToString();
    }

    private void Add(string member, Digest digest)
    {
        if (!_digests.TryGetValue(member, out var digests))
            _digests.Add(member, digests = []);
        digests.Add(digest);
    }
}
