namespace Research.Mirage.Scores.Checks;

/// <summary>Collects findings, each with its first few examples, in the order in which they first occurred.</summary>
internal sealed class FindingList
{
    private const int Shown = 3;
    private readonly Dictionary<(Outcome Outcome, string What, string Of), (long Count, List<string> Examples)> _found = [];
    private readonly List<(Outcome Outcome, string What, string Of)> _order = [];

    public IEnumerable<Finding> All => _order.Select(key =>
    {
        var (count, examples) = _found[key];
        var more = examples.Count > 0 && count > examples.Count ? ", ..." : "";
        return new Finding(key.Outcome, key.What, count, key.Of, string.Join(", ", examples) + more);
    });

    public void Add(Outcome outcome, string what, string of, string example = "", long count = 1)
    {
        var key = (outcome, what, of);
        if (!_found.TryGetValue(key, out var entry))
        {
            entry = (0, []);
            _order.Add(key);
        }

        if (example.Length > 0 && entry.Examples.Count < Shown && !entry.Examples.Contains(example)) entry.Examples.Add(example);
        _found[key] = (entry.Count + count, entry.Examples);
    }
}
