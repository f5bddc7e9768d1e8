using System.Globalization;
using Research.Tables;

namespace Research.Reporting.Tests.Fixture;

/// <summary>Made-up measurements about metrics.</summary>
public static class FixtureMirage
{
    private const int Sizes = 11;

    /// <summary>Numbers of the claims.</summary>
    public static IEnumerable<Number> Numbers { get; } =
    [
        Toy("slope", -0.5, ""), Toy("straight", 1, "R²"), Toy("width", 2.68, "decades"),
        Toy("step.log-loss", 0.1, "share"), Toy("step.edit-distance", 0.213, "share"), Toy("step.brier", 0.31, "share"), Toy("step.grade", 1, "share"),
        .. Enumerable.Range(1, 5).SelectMany(length => new[]
        {
            Toy(Invariant($"step.accuracy.{length}"), 0.21, "share"), Toy(Invariant($"shift.{length}"), 2 * Math.Log10(length), "decades"),
            Toy(Invariant($"unseen.{length}"), length / 2, "of models"),
        }),
    ];

    /// <summary>Rows of the toy model.</summary>
    public static IEnumerable<ToyRow> Toys() =>
        from length in Enumerable.Range(1, 5)
        from step in Enumerable.Range(0, Sizes)
        let loss = Math.Pow(10, (1 - step) / 4.0)
        let accuracy = Math.Exp(-length * loss)
        let error = 1 - Math.Exp(-loss)
        select new ToyRow(Math.Pow(10, 7 + (step / 2.0)), length, loss, 1 - error, accuracy, accuracy, length * error, error < 0.75 ? 1 : 0, error * error);

    private static Number Toy(string id, double value, string unit) => new($"mirage.toy.{id}", value, unit, null, null, Sizes);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
