using Research.Reporting.Claims;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Tests.Claims;

/// <summary>Judges a claim by a few numbers.</summary>
internal static class ClaimTest
{
    /// <summary>A number without interval.</summary>
    public static Number Number(string id, double value, int n = 10) => new(id, value, "", null, null, n);

    /// <summary>A number with its interval.</summary>
    public static Number Number(string id, double value, double low, double high, int n = 3)
        => new(id, value, "", low, high, n);

    public static Verdict Judge<TClaim>(params IEnumerable<Number> numbers)
        where TClaim : Claim, new()
        => JudgedClaim.From(new TClaim(), new NumberSet(numbers)).Verdict;
}
