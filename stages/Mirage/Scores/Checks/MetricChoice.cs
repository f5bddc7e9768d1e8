using Research.Jobs;
using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Checks;

/// <summary>The metrics of a table: those of the catalog, and those whose direction the user gives.</summary>
internal sealed class MetricChoice
{
    private const string Option = "--direction";
    private readonly Dictionary<string, MetricDirection?> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InputException">A direction is none of higher, lower, skip.</exception>
    public MetricChoice(IReadOnlyList<string> directions)
    {
        foreach (var text in directions)
        {
            var halves = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (halves.Length < 2 || halves[0].Length == 0)
                throw new InputException($"'{text}' is no metric and direction", Option, "Write metric=higher, metric=lower or metric=skip.");
            _given[halves[0]] = halves[1].ToLowerInvariant() switch
            {
                "higher" => MetricDirection.Higher,
                "lower" => MetricDirection.Lower,
                "skip" => null,
                _ => throw new InputException($"'{halves[1]}' is no direction", Option, "Write metric=higher, metric=lower or metric=skip."),
            };
        }
    }

    /// <summary>The user wants to do without a metric.</summary>
    public bool IsSkipped(string metric) => _given.TryGetValue(metric, out var direction) && direction is null;

    /// <summary>A metric: as the user says, else as the catalog has it; null if neither knows it.</summary>
    public Metric? Find(string metric)
    {
        var known = MetricCatalog.Find(metric);
        if (_given.GetValueOrDefault(metric) is not { } direction) return known;
        return known is not null
            ? known with { Direction = direction }
            : new(metric, direction, MetricShape.Sharp, double.NegativeInfinity, double.PositiveInfinity, "", "", "");
    }

    /// <summary>Whether the shape of a metric is known.</summary>
    public static bool KnowsShape(string metric) => MetricCatalog.Find(metric) is not null;

    /// <summary>The metrics that nobody knows must be named all at once.</summary>
    /// <exception cref="InputException">There are some.</exception>
    public static void RefuseUnknown(IReadOnlyList<string> unknown, string path)
    {
        if (unknown.Count == 0) return;
        var similar = unknown.SelectMany(name => NearestName.Of(name, MetricCatalog.All.Select(metric => metric.Name), 1)).Distinct().ToList();
        var hint = similar.Count > 0 ? $" The catalog has {string.Join(", ", similar)}." : "";
        throw new InputException(
            $"nobody knows whether more is better for {string.Join(", ", unknown.Select(name => $"'{name}'"))}", path,
            $"Give it: {Option} {string.Join(',', unknown.Select(name => $"{name}=higher"))} (or =lower, or =skip to leave a metric out).{hint}");
    }
}
