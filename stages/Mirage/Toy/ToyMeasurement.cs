using Research.Jobs;
using Research.Tables;

namespace Research.Mirage.Toy;

/// <summary>The toy model over sizes and target lengths.</summary>
public static class ToyMeasurement
{
    /// <summary>Evaluates every metric at every size and target length.</summary>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public static void Measure(ToySpec item, Table<ToyRow> output, JobContext job) => output.Write(Rows(item.Validate()));

    /// <summary>The rows: target lengths in order, sizes ascending in each.</summary>
    public static IReadOnlyList<ToyRow> Rows(ToySpec item) =>
    [
        .. from length in Enumerable.Range(1, item.LongestTarget)
           from size in item.Sizes
           let loss = ToyModel.Loss(size, item.Scale, item.Exponent)
           let correct = ToyModel.Correct(loss)
           let accuracy = ToyModel.Accuracy(loss, length)
           select new ToyRow(
               size, length, loss, correct, accuracy, ToyModel.Rounded(accuracy, item.Items), ToyModel.EditDistance(correct, length),
               ToyModel.Grade(correct, item.Options), ToyModel.Brier(correct, item.Options)),
    ];
}
