using Research.Mirage.Emergence;

namespace Research.Mirage.Tests.Emergence;

public sealed class MultipleTestsTests
{
    private static readonly double[] P = [.04, .01, .03, .005, .5];

    [Fact]
    public void Holm_by_hand() => Near([.09, .04, .09, .025, .5], MultipleTests.Holm([.03, .01, .03, .005, .5]));

    [Fact]
    public void Benjamini_and_Hochberg_by_hand() => Near([.05, .025, .05, .025, .5], MultipleTests.BenjaminiHochberg(P));

    [Fact]
    public void What_is_rejected_is_what_the_step_procedures_reject()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 200; trial++)
        {
            double[] p = [.. Enumerable.Range(0, 12).Select(_ => Math.Pow(random.NextDouble(), 3))];
            double[] sorted = [.. p.Order()];
            var down = sorted.TakeWhile((value, i) => value <= .05 / (12 - i)).Count();
            var up = Enumerable.Range(1, 12).LastOrDefault(i => sorted[i - 1] <= .05 * i / 12);
            Assert.Equal(down, MultipleTests.Holm(p).Count(q => q <= .05));
            Assert.Equal(up, MultipleTests.BenjaminiHochberg(p).Count(q => q <= .05));
        }
    }

    [Fact]
    public void Never_above_one_and_none_of_none()
    {
        Near([1, 1], MultipleTests.Holm([.8, .9]));
        Near([.9, .9], MultipleTests.BenjaminiHochberg([.8, .9]));
        Assert.Empty(MultipleTests.Holm([]));
        Assert.Throws<ArgumentException>(() => MultipleTests.Holm([double.NaN]));
    }

    private static void Near(double[] expected, double[] actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
