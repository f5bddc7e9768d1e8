using System.Globalization;

namespace Research.Skills.Learners;

/// <summary>How numbers of the report name a learner and its load: <c>d2-c5</c>.</summary>
internal static class CaseName
{
    public static string Of(int limit, double load) => string.Create(CultureInfo.InvariantCulture, $"d{limit}-c{load}");
}
