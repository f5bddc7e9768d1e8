using Research.Numerics.Statistics;

namespace Research.Mirage.Arithmetic;

/// <summary>The items of one task and length under one model at one moment.</summary>
/// <param name="Parameters">Parameters of the model.</param>
/// <param name="Model">Label of its shape.</param>
/// <param name="Seed">Seed of the training.</param>
/// <param name="Step">Optimizer steps done.</param>
/// <param name="Task">The task.</param>
/// <param name="Length">Tokens of the target.</param>
/// <param name="Items">The scored outputs, by number of the item.</param>
public sealed record ArithmeticCell(
    long Parameters, string Model, int Seed, int Step, ArithmeticTask Task, int Length, IReadOnlyList<ArithmeticScore> Items)
{
    /// <summary>Pre-training loss of the weights, nats per token.</summary>
    public double Loss => Items[0].Loss;

    /// <summary>Whether these are the final weights.</summary>
    public bool IsFinal => Items[0].IsFinal;

    /// <summary>Mean of a quantity over the items.</summary>
    public double Mean(Func<ArithmeticScore, double> of) => Moments.Mean([.. Items.Select(of)]);

    /// <summary>All cells, by task, length, size, seed and step.</summary>
    public static IReadOnlyList<ArithmeticCell> All(IEnumerable<ArithmeticScore> scores) =>
    [
        .. scores.GroupBy(row => (row.Task, row.Length, row.Parameters, row.Model, row.Seed, row.Step))
            .Select(group => new ArithmeticCell(
                group.Key.Parameters, group.Key.Model, group.Key.Seed, group.Key.Step, group.Key.Task, group.Key.Length, [.. group.OrderBy(row => row.Item)]))
            .OrderBy(cell => cell.Task).ThenBy(cell => cell.Length).ThenBy(cell => cell.Parameters).ThenBy(cell => cell.Seed).ThenBy(cell => cell.Step),
    ];
}
