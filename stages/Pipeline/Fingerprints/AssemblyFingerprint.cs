using Research.Pipeline.Keys;

namespace Research.Pipeline.Fingerprints;

/// <summary>The code of one assembly, member by member.</summary>
/// <param name="Name">Simple name of the assembly.</param>
/// <param name="Digest">Digest over all members and references.</param>
/// <param name="References">Simple names of the assemblies of the repository that it references, sorted.</param>
/// <param name="Members">Digest of each member by its display name (<c>Gelu.Backward</c>), sorted by name.</param>
public sealed record AssemblyFingerprint(
    string Name, Digest Digest, IReadOnlyList<string> References, IReadOnlyDictionary<string, Digest> Members);
