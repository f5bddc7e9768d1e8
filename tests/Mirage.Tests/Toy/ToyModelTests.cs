using System.Globalization;
using Research.Jobs;
using Research.Mirage.Toy;
using Research.Tables;

namespace Research.Mirage.Tests.Toy;

/// <summary>Against values that two independent programs agree on (c = 10^8, alpha = -1/2, N = 10^7 to 10^12 by half decades).</summary>
public sealed class ToyModelTests
{
    private static readonly IReadOnlyList<ToyRow> Rows = ToyMeasurement.Rows(new ToySpec());

    [Fact]
    public void Sizes_are_half_decades()
    {
        Assert.Equal(11, new ToySpec().Sizes.Count);
        Near("10000000, 31622776.601683795, 1e8, 316227766.01683795, 1e9, 3162277660.1683793, 1e10, 31622776601.683792, 1e11, 316227766016.83795, 1e12", new ToySpec().Sizes);
    }

    [Theory]
    [InlineData(
        "3.162277660168379, 1.7782794100389228, 1.0, 0.5623413251903491, 0.31622776601683794, 0.1778279410038923, 0.1, 0.05623413251903491, "
        + "0.03162277660168379, 0.01778279410038923, 0.01", nameof(ToyRow.Loss), 1)]
    [InlineData(
        "0.04232921962320501, 0.16892855413576657, 0.36787944117144233, 0.5698732420854681, 0.7288934141100246, 0.8370864393512105, "
        + "0.9048374180359595, 0.9453177803449411, 0.9688719943400754, 0.9823743866989687, 0.9900498337491681", nameof(ToyRow.Accuracy), 1)]
    [InlineData(
        "0.001791762833909524, 0.02853685640240062, 0.1353352832366127, 0.3247555120450025, 0.5312856091329679, 0.7007137069456878, "
        + "0.8187307530779817, 0.8936257058362863, 0.9387129414165152, 0.9650594356421749, 0.9801986733067554", nameof(ToyRow.Accuracy), 2)]
    [InlineData(
        "3.2104140529794885e-06, 0.0008143521733312331, 0.018315638888734182, 0.10546614260361177, 0.2822643984717887, 0.4909996991015673, "
        + "0.6703200460356391, 0.7985669021314008, 0.8811819863828458, 0.9313397143219931, 0.9607894391523234", nameof(ToyRow.Accuracy), 4)]
    [InlineData(
        "0.957670780376795, 0.8310714458642334, 0.6321205588285577, 0.4301267579145319, 0.2711065858899754, 0.16291356064878948, "
        + "0.09516258196404048, 0.05468221965505893, 0.031128005659924574, 0.017625613301031295, 0.009950166250831893", nameof(ToyRow.EditDistance), 1)]
    [InlineData(
        "2.873012341130385, 2.4932143375927005, 1.896361676485673, 1.2903802737435957, 0.8133197576699261, 0.48874068194636844, "
        + "0.28548774589212145, 0.16404665896517678, 0.09338401697977372, 0.052876839903093886, 0.02985049875249568", nameof(ToyRow.EditDistance), 3)]
    [InlineData(
        "4.7883539018839745, 4.155357229321167, 3.1606027941427883, 2.1506337895726597, 1.3555329294498768, 0.8145678032439474, "
        + "0.4758129098202024, 0.27341109827529464, 0.15564002829962287, 0.08812806650515648, 0.04975083125415947", nameof(ToyRow.EditDistance), 5)]
    [InlineData(
        "1.2228444314499993, 0.9209063308411567, 0.5327685345249706, 0.24667870383208845, 0.09799837455055813, 0.03538777099102241, "
        + "0.012074556008083631, 0.003986860195205484, 0.0012919369818190619, 0.00041421632564998844, 0.00013200774455892535", nameof(ToyRow.Brier), 2)]
    [InlineData("0, 0, 0.02, 0.11, 0.28, 0.49, 0.67, 0.8, 0.88, 0.93, 0.96", nameof(ToyRow.Shown), 4)]
    [InlineData("0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1", nameof(ToyRow.Grade), 1)]
    public void A_metric_has_its_known_values(string known, string metric, int length) =>
        Near(known, [.. Rows.Where(row => row.Length == length).Select(row => (double)typeof(ToyRow).GetProperty(metric)!.GetValue(row)!)]);

    [Fact]
    public void A_half_rounds_up() => Assert.Equal([0.5, 1, 0], new[] { 0.25, 0.75, 0.2499 }.Select(share => ToyModel.Rounded(share, 2)));

    [Fact]
    public void Longer_targets_move_the_curve_of_accuracy_and_leave_its_shape()
    {
        using var folder = new TemporaryFolder();
        var numbers = folder.Rows<Number>(output => ToySummary.Summarize(new("mirage.toy"), [folder.Table(Rows)], output, new JobContext()))
            .ToDictionary(number => number.Id["mirage.toy.".Length..], number => number.Value);

        // At N = 10^9 a single token is as likely right as two tokens at N = 4 * 10^9: 2^(1/0.5) = 4.
        Assert.Equal(0.6020599913279624, numbers["shift.2"], 12);
        Assert.Equal(
            ToyModel.Accuracy(ToyModel.Loss(1e9, 1e8, -0.5), 1), ToyModel.Accuracy(ToyModel.Loss(4e9, 1e8, -0.5), 2), 14);
        // exp(-x) is 0.1 at x = 2.302585 and 0.9 at x = 0.1053605: a factor of 21.854345, over which N grows by its square.
        Assert.Equal(2 * Math.Log10(2.302585092994046 / 0.10536051565782628), numbers["width"], 10);
        Assert.Equal(-0.5, numbers["slope"], 12);
        Assert.Equal(1, numbers["straight"], 12);
        Assert.Equal(0.1, numbers["step.log-loss"], 12);
        Assert.Equal(1, numbers["step.grade"]);
        Assert.Equal((0.5698732420854681 - 0.36787944117144233) / (0.9900498337491681 - 0.04232921962320501), numbers["step.accuracy.1"], 12);
        Assert.Equal(numbers["step.accuracy.1"], numbers["step.edit-distance"], 12);
        Assert.Equal((0, 2, 2), (numbers["unseen.1"], numbers["unseen.4"], numbers["unseen.5"]));
    }

    [Fact]
    public void An_exponent_that_is_not_negative_is_refused() =>
        Assert.Equal("Exponent is 0.5", Assert.Throws<InputException>(() => new ToySpec(Exponent: 0.5).Validate()).What);

    private static void Near(string known, IReadOnlyList<double> actual)
    {
        double[] expected = [.. known.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, actual.Count);
        foreach (var (e, a) in expected.Zip(actual)) Assert.True(Math.Abs(e - a) <= 1e-12 * Math.Abs(e), $"{a:R} instead of {e:R}");
    }
}
