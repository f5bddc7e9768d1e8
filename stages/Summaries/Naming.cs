using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Summaries;

/// <summary>Turns estimates into the named numbers of the report.</summary>
public static class Naming
{
    /// <summary>
    /// A language's label as the end of a number's id: <c>released e=0.02</c> becomes <c>released-e0.02</c>.
    /// </summary>
    public static string Slug(string label)
    {
        var letters = label.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ' ' or '-');
        return string.Join('-', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToLowerInvariant();
    }

    /// <summary>A number with its interval, if it has one.</summary>
    public static Number ToNumber(this Estimate estimate, string id, string unit) =>
        new(id, estimate.Value, unit, OrNull(estimate.Low), OrNull(estimate.High), estimate.N);

    private static double? OrNull(double end) => double.IsNaN(end) ? null : end;
}
