using Research.Mirage.Arithmetic;

namespace Research.Mirage.Loss;

/// <summary>A metric as an ability: 0 at chance, 1 where all is right.</summary>
/// <param name="Name">Its name in numbers.</param>
/// <param name="Of">The ability of a model on a task and target length.</param>
internal sealed record ComparedAbility(string Name, Func<ArithmeticCell, double> Of)
{
    /// <summary>Brier score of an even guess among <see cref="TestItem.Options"/> options.</summary>
    private const double BrierByChance = 1 - (1.0 / TestItem.Options);

    /// <summary>Exact match, sharp, and one minus the Brier score over that of an even guess, smooth.</summary>
    public static IReadOnlyList<ComparedAbility> All { get; } =
    [
        new("exact-match", cell => cell.Mean(row => row.Exact)),
        new("brier", cell => 1 - (cell.Mean(row => row.Brier) / BrierByChance)),
    ];
}
