using Research.Summaries;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.ProductBound;

/// <summary>
/// What the product-bound experiment says: how many tuples exceed the product, how many the corrected bound.
/// </summary>
public static class ProductBoundSummary
{
    /// <summary>97.5 % quantile of the normal distribution.</summary>
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>Summarizes all languages.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<ProductBoundRow>> productBound, Table<Number> output, JobContext job) =>
        output.Write(productBound.SelectMany(table => Numbers(item.Experiment, [.. table.Read()])));

    private static IEnumerable<Number> Numbers(string experiment, List<ProductBoundRow> rows)
    {
        var slug = Naming.Slug(rows[0].Language);
        var single = rows.FindAll(row => row.Messages == 1).MaxBy(row => row.Letters)!;
        var (mean, margin) = (single.MeanAmbiguity, TwoSided95 * single.AmbiguityError);
        yield return new Number($"{experiment}.epsilon.{slug}", mean, "", mean - margin, mean + margin, single.Tuples);

        var several = rows.FindAll(row => row.Messages > 1);
        var tuples = several.Sum(row => row.Tuples);
        Number Of(string quantity, double value, string unit) =>
            new($"{experiment}.{quantity}.{slug}", value, unit, null, null, tuples);
        yield return Of("violations", several.Sum(row => row.ProductViolations), "of tuples");
        yield return Of("odds-violations", several.Sum(row => row.OddsViolations), "of tuples");
        yield return Of("largest-excess", several.Max(row => row.LargestExcess), "times");
    }
}
