using Research.Jobs;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims;

/// <summary>The numbers that one claim is judged by. It keeps a list of those that were asked for.</summary>
/// <param name="claim">The id of the claim.</param>
/// <param name="numbers">All numbers of the run.</param>
public sealed class Evidence(string claim, NumberSet numbers)
{
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The ids of the numbers that were asked for, sorted.</summary>
    public IReadOnlyList<string> Used => _used.ToList();

    /// <summary>A number; <paramref name="id"/> is its full id.</summary>
    /// <exception cref="InputException">
    /// It was not measured; the message names the claim, the id and the nearest match.
    /// </exception>
    public Number Number(string id)
    {
        var number = numbers.Get(id, $"claim {claim}");
        _used.Add(id);
        return number;
    }

    /// <summary>As <see cref="Number"/>, for a number that a run may lack; null if it was not measured.</summary>
    public Number? NumberOrNone(string id)
    {
        var number = numbers.Find(id);
        if (number is not null) _used.Add(id);
        return number;
    }

    /// <summary>
    /// The numbers of one quantity, one for each language or other case: all ids that start with
    /// <paramref name="prefix"/>, sorted, each with the rest of its id. Which cases there are depends on the profile.
    /// </summary>
    /// <exception cref="InputException">There is none: a claim that lost its data is an error.</exception>
    public IReadOnlyList<(string Of, Number Number)> Family(string prefix)
    {
        var family = FamilyOrNone(prefix);
        return family.Count > 0
            ? family
            : throw new InputException(
                $"there is no number '{prefix}...'", $"claim {claim}",
                "Correct the stage that measures it, or the claim's rule.");
    }

    /// <summary>As <see cref="Family"/>, for a quantity that a profile may lack.</summary>
    public IReadOnlyList<(string Of, Number Number)> FamilyOrNone(string prefix)
    {
        var family = numbers.Family(prefix);
        foreach (var (_, number) in family) _used.Add(number.Id);
        return family;
    }
}
