using Research.Jobs;
using Research.Tables;

namespace Research.Reporting.Numbers;

/// <summary>The numbers of a run by their ids.</summary>
public sealed class NumberSet
{
    private readonly SortedDictionary<string, Number> _numbers = new(StringComparer.Ordinal);

    /// <summary>Collects numbers.</summary>
    /// <param name="numbers">The numbers, in any order.</param>
    /// <exception cref="InputException">
    /// An id appears twice, or a value is not finite, or an interval is upside down.
    /// </exception>
    public NumberSet(IEnumerable<Number> numbers)
    {
        foreach (var number in numbers)
        {
            var wrong =
                !double.IsFinite(number.Value) ? $"its value is {number.Value}" :
                number.Low is { } low && !double.IsFinite(low) ? $"its lower end is {low}" :
                number.High is { } high && !double.IsFinite(high) ? $"its upper end is {high}" :
                number.Low is null != number.High is null ? "it has one end of an interval without the other" :
                number.Low > number.High ? $"its interval [{number.Low}, {number.High}] is upside down" :
                number.N < 1 ? $"it rests on {number.N} observations" :
                _numbers.ContainsKey(number.Id) ? "it is there twice" : null;
            if (wrong is not null)
                throw new InputException(wrong, $"number {number.Id}", "Correct the stage that measures it.");
            _numbers.Add(number.Id, number);
        }
    }

    /// <summary>All numbers, sorted by id.</summary>
    public IReadOnlyCollection<Number> All => _numbers.Values;

    /// <summary>A number, or null if it was not measured.</summary>
    public Number? Find(string id) => _numbers.GetValueOrDefault(id);

    /// <summary>A number.</summary>
    /// <param name="id">The id of the number.</param>
    /// <param name="where">Who asks for it, for the error.</param>
    /// <exception cref="InputException">It was not measured.</exception>
    public Number Get(string id, string where)
        => Find(id) ?? throw new InputException(
            $"there is no number '{id}'", where, NearestName.Suggestion(id, _numbers.Keys));

    /// <summary>All numbers whose id starts with a prefix, sorted, with what follows the prefix.</summary>
    public IReadOnlyList<(string Of, Number Number)> Family(string prefix)
        => _numbers
            .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(pair => (pair.Key[prefix.Length..], pair.Value))
            .ToList();
}
