using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up curves of compute-optimal size and of plateaus.</summary>
public static class FixturePlateaus
{
    private static readonly string[] Variants = ["code", "prerequisites", "exact"];

    public static IEnumerable<Number> Numbers { get; } =
    [
        .. new[] { "textbook", "authors" }.SelectMany(signs => new[]
        {
            Plain($"ratio.{signs}", 4.535, "texts/concept"), Plain($"ratio-limit.{signs}", 4.53299, "texts/concept"), Plain($"ratio-error.{signs}", 0.0005, "share"),
            Plain($"ratio-least.{signs}", 2.8, "texts/concept"), Plain($"ratio-most.{signs}", 5.2, "texts/concept"),
            Plain($"regular-scaling.{signs}", signs == "textbook" ? 0.560355 : 0.93853, ""),
        }),
        .. Variants.SelectMany(variant => new[] { "one", "three" }.SelectMany(mix => new[]
        {
            Plain($"plateaus.{mix}.{variant}", mix == "one" ? 0 : 2, "plateaus"), Plain($"half.{mix}.{variant}", 23.9, "decades of operations"),
            Plain($"width.{mix}.{variant}", mix == "one" ? 0.7 : 4.6, "decades"),
        })),
        Plain("quirk", 0.0076, ""),
    ];

    public static IEnumerable<AllocationRow> Allocations() =>
        from signs in new[] { "textbook", "authors" }
        from decade in Enumerable.Range(2, 19)
        let ratio = 4.533 - (1.7 * Math.Exp(-0.5 * (decade - 2)))
        let concepts = Math.Sqrt(Math.Pow(10, decade) / ratio)
        select new AllocationRow(
            signs, Math.Pow(10, decade), 9.6e11 * Math.Pow(10, decade), concepts, ratio, 4.533, 0.5, 0.59, 0.99 * concepts, decade > 2 ? 0.001 : null, decade > 2 ? 5e-7 : null,
            0.3);

    public static IEnumerable<PlateauRow> Plateaus() =>
        from variant in Variants
        from mix in new[] { "one_mode", "three_modes" }
        from quarter in Enumerable.Range(16, 49)
        let decade = quarter / 4.0
        select new PlateauRow(variant, mix, decade, 9.6e11 * Math.Pow(10, decade), 1 / (1 + Math.Exp(-4 * (decade - 11))));

    private static Number Plain(string id, double value, string unit) => new($"learners.plateaus.{id}", value, unit, null, null, 1);
}

public sealed record AllocationRow(
    string Signs, double Budget, double Operations, double Concepts, double TextsPerConcept, double LimitRatio, double Threshold, double Scaling, double Learned,
    double? TrainingError, double? LeastExcess, double PublishedExcess);

public sealed record PlateauRow(string Variant, string Mix, double Decade, double Operations, double Accuracy);
