using Research.Numerics.Statistics;

namespace Research.Numerics.Tests.Statistics;

public sealed class SegmentedRegressionTests
{
    private static readonly Philox Noise = new(7, "test/segments");

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void The_fit_is_the_best_of_all_choices_of_the_grid_by_a_design_matrix(int breaks)
    {
        double[] x = [.. Enumerable.Range(0, 14).Select(i => 20 * Noise.UniformDouble(i))];
        double[] y = [.. Enumerable.Range(0, 14).Select(i => Noise.Normal(i, step: 1))];
        double[] weights = [.. Enumerable.Range(0, 14).Select(i => (double)Noise.Below(4, i, step: 2))];
        const int Steps = 12;
        double first = x.Min(), last = x.Max();
        var grid = Enumerable.Range(1, Steps - 1).Select(k => first + ((last - first) * k / Steps));
        var (expected, places, coefficients) = Choices(grid.ToArray(), breaks)
            .Where(choice => IsFilled(choice, x, weights))
            .Select(choice => Brute(choice, x, y, weights))
            .MinBy(fit => fit.Residual);

        var actual = new SegmentedRegression(x, y, Steps, least: 3).Fit(breaks, weights)!;

        Assert.Equal(expected, actual.Residual, 1e-9);
        Assert.Equal(places, actual.Breaks);
        Assert.Equal(weights.Sum(), actual.N);
        for (var k = 0; k <= breaks; k++)
            Assert.Equal(coefficients.Skip(1).Take(k + 1).Sum(), actual.Slopes[k], 1e-9);
        foreach (var place in x)
            Assert.Equal(Basis(places, place).Zip(coefficients, (a, b) => a * b).Sum(), actual.At(place), 1e-9);
    }

    [Fact]
    public void Without_breaks_it_is_the_straight_line_and_a_weight_is_so_many_points()
    {
        double[] x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
        double[] y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

        var fit = new SegmentedRegression(x, y).Fit(0)!;
        var doubled = new SegmentedRegression([.. x, .. x[..4]], [.. y, .. y[..4]]).Fit(1)!;
        var weighted = new SegmentedRegression(x, y).Fit(1, [2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1])!;

        Assert.Equal(0.5000909, fit.Slopes.Single(), 1e-7);
        Assert.Equal(3.0000909, fit.At(0), 1e-7);
        Assert.Equal(doubled.Residual, weighted.Residual, 1e-9);
        Assert.Equal(doubled.Breaks, weighted.Breaks);
        Assert.Equal(15, weighted.N);
    }

    [Theory]
    [InlineData(new double[0], new[] { 0.7 })]
    [InlineData(new[] { 4.0 }, new[] { 0.7, -0.4 })]
    [InlineData(new[] { 3.0, 7.0 }, new[] { 0.1, -1.5, 0.0 })]
    public void The_criterion_finds_how_many_segments_there_are(double[] breaks, double[] slopes)
    {
        var (x, y) = Broken(300, breaks, slopes, noise: .2);

        var fit = SegmentedRegression.Choose(new SegmentedRegression(x, y).FitUpTo(2))!;

        Assert.Equal(breaks.Length, fit.Breaks.Count);
        for (var k = 0; k < breaks.Length; k++) Assert.Equal(breaks[k], fit.Breaks[k], .4);
        for (var k = 0; k < slopes.Length; k++) Assert.Equal(slopes[k], fit.Slopes[k], .15);
    }

    [Fact]
    public void A_line_without_noise_needs_no_break()
    {
        var (x, y) = Broken(50, [], [.3], noise: 0);

        Assert.Empty(SegmentedRegression.Choose(new SegmentedRegression(x, y).FitUpTo(2))!.Breaks);
    }

    [Fact]
    public void Breaks_that_too_few_points_could_show_are_not_fitted()
    {
        var regression = new SegmentedRegression([0, 1, 2, 3, 10], [0, 1, 2, 3, 0]);

        Assert.Null(regression.Fit(1));
        Assert.Empty(SegmentedRegression.Choose(regression.FitUpTo(2))!.Breaks);
        Assert.Null(SegmentedRegression.Choose([null]));
    }

    [Fact]
    public void What_has_no_line_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SegmentedRegression([1, 1], [1, 2]));
        Assert.Throws<ArgumentException>(() => new SegmentedRegression([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new SegmentedRegression([1, 2, 3], [1, 2, 3]).Fit(0, [1, 1]));
    }

    internal static (double[] X, double[] Y) Broken(int n, double[] breaks, double[] slopes, double noise, int set = 0)
    {
        double[] x = [.. Enumerable.Range(0, n).Select(i => 10 * Noise.UniformDouble(i, step: 3, tensor: (uint)set))];
        return (x, [.. x.Select((place, i) => (noise * Noise.Normal(i, step: 4, tensor: (uint)set)) + (slopes[0] * place)
            + breaks.Select((at, k) => (slopes[k + 1] - slopes[k]) * Math.Max(0, place - at)).Sum())]);
    }

    private static IEnumerable<double[]> Choices(double[] grid, int breaks) =>
        breaks == 0 ? [[]] : grid.SelectMany(place =>
            Choices([.. grid.Where(other => other > place)], breaks - 1).Select(rest => (double[])[place, .. rest]));

    private static bool IsFilled(double[] breaks, double[] x, double[] weights)
    {
        double[] ends = [double.NegativeInfinity, .. breaks, double.PositiveInfinity];
        return Enumerable.Range(0, ends.Length - 1).All(k =>
            x.Zip(weights).Where(point => point.First > ends[k] && point.First <= ends[k + 1]).Sum(p => p.Second) >= 3);
    }

    private static (double Residual, double[] Breaks, double[] Coefficients) Brute(
        double[] breaks, double[] x, double[] y, double[] weights)
    {
        var size = breaks.Length + 2;
        var system = new double[size, size + 1];
        for (var i = 0; i < x.Length; i++)
        {
            double[] row = [.. Basis(breaks, x[i]), y[i]];
            for (var a = 0; a < size; a++)
                for (var b = 0; b <= size; b++) system[a, b] += weights[i] * row[a] * row[b];
        }

        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var a = 0; a < size; a++)
            {
                var share = a == pivot ? 0 : system[a, pivot] / system[pivot, pivot];
                for (var b = pivot; b <= size; b++) system[a, b] -= share * system[pivot, b];
            }
        }

        double[] coefficients = [.. Enumerable.Range(0, size).Select(a => system[a, size] / system[a, a])];
        var residual = x.Select((place, i) =>
            weights[i] * Math.Pow(y[i] - Basis(breaks, place).Zip(coefficients, (a, b) => a * b).Sum(), 2)).Sum();
        return (residual, breaks, coefficients);
    }

    private static IEnumerable<double> Basis(double[] breaks, double x) =>
        [1, x, .. breaks.Select(at => Math.Max(0, x - at))];
}
