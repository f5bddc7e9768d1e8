using Research.Pipeline.Keys;

namespace Research.Pipeline.Explain;

/// <summary>Reasons in a few words, for a line of a log.</summary>
internal static class ReasonText
{
    private const int Named = 2;

    /// <summary>
    /// <c>never ran</c>, <c>spec.Steps changed</c>, <c>code Research.Numerics and 3 more changed</c>.
    /// </summary>
    public static string Short(RerunReason reason) => reason switch
    {
        RerunReason.NeverRan => "never ran",
        RerunReason.OutputDamaged => "output damaged or removed",
        RerunReason.Forced => "forced by --no-cache",
        RerunReason.NeverCached => "never cached",
        RerunReason.KeyChanged(var differences) => $"{Names(differences)} changed",
        RerunReason.InputsUnknown(var jobs, _, _) => $"depends on {jobs[0]}, which would run",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>
    /// The name of a component as a person would say it: <c>code.Research.Numerics</c> is <c>code
    /// Research.Numerics</c>.
    /// </summary>
    public static string NameOf(KeyDifference difference) => difference.Component switch
    {
        "scheme" => "key scheme",
        "code" => "stage function",
        var name when name.StartsWith("code.", StringComparison.Ordinal) => $"code {name["code.".Length..]}",
        var name when name.StartsWith("input.", StringComparison.Ordinal) => $"input {name["input.".Length..]}",
        var name => name,
    };

    private static string Names(IReadOnlyList<KeyDifference> differences)
    {
        var names = differences.Select(NameOf).Take(Named);
        return differences.Count <= Named
            ? string.Join(" and ", names)
            : $"{string.Join(", ", names)} and {differences.Count - Named} more";
    }
}
