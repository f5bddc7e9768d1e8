using Research.Mirage.Arithmetic;
using Research.Numerics;
using Research.Numerics.Statistics;

namespace Research.Mirage.Loss;

/// <summary>Ability over pre-training loss for one task, target length and metric: every model at every kept moment is a point.</summary>
internal sealed class LossAbility
{
    private const int Resamples = 200;

    private readonly IReadOnlyList<ArithmeticCell> cells;
    private readonly double[] loss;
    private readonly CurveFit hinge;
    private readonly CurveFit smooth;

    /// <param name="metric">What measures the ability.</param>
    /// <param name="cells">The points.</param>
    public LossAbility(ComparedAbility metric, IReadOnlyList<ArithmeticCell> cells)
    {
        (Metric, this.cells) = (metric, cells);
        loss = [.. cells.Select(cell => cell.Loss)];
        double[] ability = [.. cells.Select(metric.Of)];
        Range = ability.Max() - ability.Min();
        (hinge, smooth) = (new CurveFit(CurveKind.Hinge, loss, ability), new CurveFit(CurveKind.Smooth, loss, ability));
    }

    public ComparedAbility Metric { get; }

    /// <summary>Number of points.</summary>
    public int Points => cells.Count;

    /// <summary>Difference of the largest and the smallest ability.</summary>
    public double Range { get; }

    /// <summary>The hinge and the smooth curve through all points.</summary>
    public IReadOnlyList<AbilityCurve> Curves
    {
        get
        {
            double[] all = [.. loss.Select(_ => 1.0)];
            return [hinge.Best(all), smooth.Best(all)];
        }
    }

    /// <summary>
    /// Mean squared error of each curve, in turn, on the models of a size that it was not fitted to: sizes left out one by one.
    /// </summary>
    public (double Hinge, double Smooth) CrossValidate()
    {
        double hinges = 0, smooths = 0;
        foreach (var size in cells.Select(cell => cell.Parameters).Distinct().Order())
        {
            double[] weights = [.. cells.Select(cell => cell.Parameters == size ? 0.0 : 1.0)];
            hinges += hinge.HeldOutError(weights);
            smooths += smooth.HeldOutError(weights);
        }

        return (hinges / cells.Count, smooths / cells.Count);
    }

    /// <summary>The loss eta of the hinge, with the 95 % interval over resampled trainings: the moments of one belong together.</summary>
    public Estimate Eta(int seed)
    {
        List<(long, int)> trainings = [.. cells.Select(cell => (cell.Parameters, cell.Seed)).Distinct()];
        var philox = new Philox(seed, $"loss/{Metric.Name}");
        var etas = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            var draws = new PhiloxStream(philox, step: (uint)resample);
            var times = trainings.ToDictionary(training => training, _ => 0.0);
            for (var k = 0; k < trainings.Count; k++) times[trainings[draws.Below(trainings.Count)]]++;
            etas[resample] = hinge.Best([.. cells.Select(cell => times[(cell.Parameters, cell.Seed)])]).First;
        }

        return new(Curves[0].First, Quantile.Of(etas, 0.025), Quantile.Of(etas, 0.975), trainings.Count);
    }
}
