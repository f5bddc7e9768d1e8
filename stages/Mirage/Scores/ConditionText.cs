namespace Research.Mirage.Scores;

/// <summary>What tells curves apart besides family, task, metric and shots, as one text: <c>deduped=0 · variant=</c>.</summary>
internal static class ConditionText
{
    private const string Separator = " · ";

    public static string Of(IEnumerable<(string Name, string? Value)> parts) =>
        string.Join(Separator, parts.Select(part => $"{part.Name}={part.Value?.Replace(Separator, " - ", StringComparison.Ordinal)}"));

    public static IReadOnlyList<(string Name, string Value)> Parts(string text) => text.Length == 0
        ? []
        : [.. text.Split(Separator).Select(part => part.Split('=', 2)).Select(halves => (halves[0], halves[1]))];
}
