using Research.Evaluation.Summaries;
using Research.Jobs;
using Research.Tables;

namespace Research.Evaluation.ProductBound;

/// <summary>What the product-bound experiment says: how many tuples exceed the product, how many the corrected bound.</summary>
public static class ProductBoundSummary
{
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>Summarizes all languages.</summary>
    public static void Summarize(SummarySpec item, IReadOnlyList<Table<ProductBoundRow>> productBound, Summary output, JobContext job)
    {
        var numbers = new List<Number>();
        var curves = new List<CurvePoint>();
        foreach (var rows in productBound.Select(table => table.Read().ToList()))
        {
            var slug = Naming.Slug(rows[0].Language);
            var single = rows.FindAll(row => row.Examples == 1).MaxBy(row => row.Letters)!;
            numbers.Add(new Number(
                $"{item.Experiment}.epsilon.{slug}", single.MeanAmbiguity, "probability",
                single.MeanAmbiguity - (TwoSided95 * single.AmbiguityError), single.MeanAmbiguity + (TwoSided95 * single.AmbiguityError), single.Tuples));
            var several = rows.FindAll(row => row.Examples > 1);
            var tuples = several.Sum(row => row.Tuples);
            numbers.Add(new Number($"{item.Experiment}.violations.{slug}", several.Sum(row => row.ProductViolations), "tuples", null, null, tuples));
            numbers.Add(new Number($"{item.Experiment}.odds-violations.{slug}", several.Sum(row => row.OddsViolations), "tuples", null, null, tuples));
            numbers.Add(new Number($"{item.Experiment}.largest-excess.{slug}", several.Max(row => row.LargestExcess), "times", null, null, tuples));
            foreach (var row in rows) curves.AddRange(Points(row));
        }

        output.Write(numbers, curves);
    }

    private static IEnumerable<CurvePoint> Points(ProductBoundRow row)
    {
        CurvePoint Point(string series, double value) =>
            new(row.Language, $"{series}, {row.Letters} letters", row.Examples, value, null, null, row.Tuples);
        yield return Point("exact", row.MeanAmbiguity);
        yield return Point("product", row.MeanProduct);
        yield return Point("corrected bound", row.MeanOddsBound);
        yield return Point("product violated", row.ProductViolations / (double)row.Tuples);
        yield return Point("corrected bound violated", row.OddsViolations / (double)row.Tuples);
    }
}
