using Research.Tables;

namespace Research.Evaluation.SparsityViolation;

/// <summary>
/// The exact ambiguity of one message and of several, and what exceeds the product and its correction, by overlap.
/// </summary>
internal static class OverlapAmbiguityNumbers
{
    /// <summary>97.5 % quantile of the normal distribution.</summary>
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>The numbers of one language.</summary>
    public static IEnumerable<Number> Of(string experiment, List<OverlapAmbiguityRow> rows)
    {
        var suffix = $"o{rows[0].Overlap}";
        var full = rows.FindAll(row => row.Letters == rows.Max(other => other.Letters));
        yield return Ambiguity($"{experiment}.ambiguity.one.{suffix}", full.MinBy(row => row.Messages)!);
        yield return Ambiguity($"{experiment}.ambiguity.most.{suffix}", full.MaxBy(row => row.Messages)!);
        var several = rows.FindAll(row => row.Messages > 1);
        var tuples = several.Sum(row => row.Tuples);
        yield return new(
            $"{experiment}.ambiguity.product-violations.{suffix}", several.Sum(row => row.ProductViolations), "of tuples",
            null, null, tuples);
        yield return new(
            $"{experiment}.ambiguity.odds-violations.{suffix}", several.Sum(row => row.OddsViolations), "of tuples", null,
            null, tuples);
    }

    private static Number Ambiguity(string id, OverlapAmbiguityRow row)
    {
        var margin = TwoSided95 * row.AmbiguityError;
        return new(id, row.MeanAmbiguity, "", row.MeanAmbiguity - margin, row.MeanAmbiguity + margin, row.Tuples);
    }
}
