namespace Research.Mirage.Scores.Checks;

/// <summary>Collects findings, each with its first few examples, in the order in which they first occurred.</summary>
internal sealed class FindingList
{
    private const int Shown = 3;
    private readonly Dictionary<(Outcome Outcome, string What, string Of), (long Count, List<string> Examples, bool HasMore)> _found = [];
    private readonly List<(Outcome Outcome, string What, string Of)> _order = [];

    public IEnumerable<Finding> All => _order.Select(key =>
    {
        var (count, examples, hasMore) = _found[key];
        return new Finding(key.Outcome, key.What, count, key.Of, string.Join(", ", examples) + (hasMore ? ", ..." : ""));
    });

    public void Add(Outcome outcome, string what, string of, string example = "", long count = 1)
    {
        var key = (outcome, what, of);
        if (!_found.TryGetValue(key, out var entry))
        {
            entry = (0, [], false);
            _order.Add(key);
        }

        if (example.Length > 0 && !entry.Examples.Contains(example))
        {
            if (entry.Examples.Count < Shown) entry.Examples.Add(example);
            else entry.HasMore = true;
        }

        _found[key] = (entry.Count + count, entry.Examples, entry.HasMore);
    }
}
