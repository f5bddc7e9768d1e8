using Research.Mirage.Metrics;

namespace Research.Mirage.Scores.Checks;

/// <summary>
/// What one reading of all scores tells before any is taken: metrics, repeated and contradicting rows, percentages among fractions. It
/// keeps 24 bytes a score and a few a series.
/// </summary>
internal sealed class ScoreCensus(int conditions)
{
    /// <summary>A share may exceed 1 by the rounding of half precision, by no more than this.</summary>
    private const double Whole = 1.1;

    private readonly Dictionary<UInt128, double> _first = [];
    private readonly HashSet<UInt128> _contradicted = [];
    private readonly Dictionary<string, (string Metric, double Least, double LeastPositive, double Most)> _ranges = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Family, string Task), HashSet<string>> _shots = [];
    private readonly Dictionary<string, HashSet<string>> _models = new(StringComparer.Ordinal);
    private readonly HashSet<string>[] _values = [.. Enumerable.Range(0, conditions).Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly Dictionary<string, long> _metrics = new(StringComparer.Ordinal);
    private HashSet<string> _mixed = [];
    private bool _repeats;

    /// <summary>Scores by metric, as the source writes them.</summary>
    public IReadOnlyDictionary<string, long> Metrics => new SortedDictionary<string, long>(_metrics, StringComparer.Ordinal);

    /// <summary>Tasks that were asked with several numbers of examples, by family.</summary>
    public IEnumerable<string> MixedShots => _shots
        .Where(entry => entry.Value.Count > 1)
        .Select(entry => $"{entry.Key.Family}, {entry.Key.Task}: {string.Join(" and ", entry.Value.Order(StringComparer.Ordinal))}");

    /// <summary>Families with a single model.</summary>
    public IReadOnlyList<string> LoneFamilies => [.. _models.Where(entry => entry.Value.Count == 1).Select(entry => entry.Key)];

    /// <summary>Number of families.</summary>
    public int Families => _models.Count;

    /// <summary>The different values of each condition, the empty one included.</summary>
    public IReadOnlyList<IReadOnlyCollection<string>> ConditionValues => _values;

    public void Add(CheckedScore score)
    {
        var raw = score.Raw;
        _metrics[raw.Metric!] = _metrics.GetValueOrDefault(raw.Metric!) + 1;
        var series = score.SeriesKey();
        var key = score.Key(series);
        if (!_first.TryAdd(key, score.Value))
        {
            _repeats = true;
            if (_first[key] != score.Value) _contradicted.Add(key);
        }

        var range = _ranges.GetValueOrDefault(series, (raw.Metric!, double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity));
        _ranges[series] = (
            raw.Metric!, Math.Min(range.Item2, score.Value), score.Value > 0 ? Math.Min(range.Item3, score.Value) : range.Item3, Math.Max(range.Item4, score.Value));

        Set(_shots, (raw.Family!, raw.Task!)).Add(raw.Shots ?? "unknown");
        Set(_models, raw.Family!).Add(raw.Model ?? "");
        for (var i = 0; i < _values.Length; i++) _values[i].Add(raw.Conditions[i] ?? "");
    }

    /// <summary>
    /// Finds the curves that mix fractions and percentages: of a metric from 0 to 1, some curves stay within 1 and others do not, and this one
    /// has values on both sides. Nobody can tell what its small values are.
    /// </summary>
    public void FindMixedUnits(Func<string, Metric?> find)
    {
        var shares = _ranges.Where(entry => find(entry.Value.Metric) is { IsShare: true }).GroupBy(entry => entry.Value.Metric);
        _mixed = [.. shares
            .Where(metric => metric.Any(series => series.Value.Most <= Whole) && metric.Any(series => series.Value.Most > Whole))
            .SelectMany(metric => metric.Where(series => series.Value.Least <= Whole && series.Value.Most > Whole))
            .Select(series => series.Key)];
    }

    /// <summary>Metrics from 0 to 1 with values above 1.</summary>
    public IEnumerable<string> Percentages(Func<string, Metric?> find) => _ranges.Values
        .Where(range => range.Most > Whole && find(range.Metric) is { IsShare: true })
        .Select(range => range.Metric).Distinct().Order(StringComparer.Ordinal);

    /// <summary>
    /// Metrics from 0 to 1 with positive values on both sides of 1 on one curve, and no curve within 1 to tell that fractions occur: percentages
    /// below 1, or fractions among percentages.
    /// </summary>
    public IEnumerable<string> Ambiguous(Func<string, Metric?> find) => _ranges
        .Where(entry => !_mixed.Contains(entry.Key) && entry.Value.LeastPositive <= Whole && entry.Value.Most > Whole && find(entry.Value.Metric) is { IsShare: true })
        .Select(entry => entry.Value.Metric).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What is wrong with a score beside the others; null if nothing is. Of equal rows the first passes, once.</summary>
    public string? Verdict(CheckedScore score)
    {
        if (!_repeats && _mixed.Count == 0) return null;
        var series = score.SeriesKey();
        var key = score.Key(series);
        if (_contradicted.Contains(key)) return "Rows alike in everything but the score: nobody can tell which is right";
        if (_mixed.Contains(series)) return "Fractions and percentages mixed in one curve";
        return _first.Remove(key) ? null : "Repeats an earlier row";
    }

    private static HashSet<string> Set<TKey>(Dictionary<TKey, HashSet<string>> sets, TKey key)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set)) sets[key] = set = new(StringComparer.Ordinal);
        return set;
    }
}
