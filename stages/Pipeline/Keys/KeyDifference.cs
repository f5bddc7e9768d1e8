namespace Research.Pipeline.Keys;

/// <summary>A component in which two keys differ.</summary>
/// <param name="Component">Name of the component.</param>
/// <param name="Old">Its value in the old key, or null if it had none.</param>
/// <param name="New">Its value in the new key, or null if it has none.</param>
public sealed record KeyDifference(string Component, string? Old, string? New)
{
    /// <summary>All differences, sorted by the name of the component; empty if and only if the keys are equal.</summary>
    public static IReadOnlyList<KeyDifference> Between(KeyComponents old, KeyComponents @new)
    {
        List<KeyDifference> differences = [];
        var (i, j) = (0, 0);
        while (i < old.Count || j < @new.Count)
        {
            var order = i == old.Count ? 1
                : j == @new.Count ? -1
                : string.CompareOrdinal(old[i].Name, @new[j].Name);
            if (order < 0)
            {
                differences.Add(new KeyDifference(old[i].Name, old[i].Value, null));
                i++;
            }
            else if (order > 0)
            {
                differences.Add(new KeyDifference(@new[j].Name, null, @new[j].Value));
                j++;
            }
            else
            {
                if (old[i].Value != @new[j].Value)
                    differences.Add(new KeyDifference(old[i].Name, old[i].Value, @new[j].Value));
                i++;
                j++;
            }
        }

        return differences;
    }

    /// <summary>For a log: <c>spec.Width: 64 -> 96</c>.</summary>
    public override string ToString() => $"{Component}: {Old ?? "(none)"} -> {New ?? "(none)"}";
}
