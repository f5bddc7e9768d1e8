namespace Research.Pipeline.Fingerprints;

/// <summary>A member in which two versions of an assembly differ.</summary>
/// <param name="Assembly">Simple name of the assembly.</param>
/// <param name="Member">Display name of the member.</param>
/// <param name="Change">What happened to it.</param>
public sealed record CodeDifference(string Assembly, string Member, CodeChange Change)
{
    /// <summary>All members that differ, sorted by name.</summary>
    public static IReadOnlyList<CodeDifference> Between(AssemblyFingerprint old, AssemblyFingerprint @new)
    {
        List<CodeDifference> differences = [];
        foreach (var member in old.Members.Keys.Union(@new.Members.Keys).Order(StringComparer.Ordinal))
        {
            if (!old.Members.TryGetValue(member, out var before))
                differences.Add(new CodeDifference(@new.Name, member, CodeChange.Added));
            else if (!@new.Members.TryGetValue(member, out var after))
                differences.Add(new CodeDifference(@new.Name, member, CodeChange.Removed));
            else if (before != after)
                differences.Add(new CodeDifference(@new.Name, member, CodeChange.Changed));
        }

        return differences;
    }

    /// <summary>For a person: <c>Research.Numerics: Gelu.Backward changed</c>.</summary>
    public override string ToString() =>
        $"{Assembly}: {Member} {(Change switch { CodeChange.Added => "added", CodeChange.Removed => "removed", _ => "changed" })}";
}
