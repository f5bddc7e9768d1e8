using Research.Evaluation.Scale;
using Research.Jobs;
using Research.Languages.DoublyEmbedded;
using Research.Numerics;
using Research.Tables;

namespace Research.Evaluation.Tests.Summaries;

public sealed class ScaleSummaryTests : SummaryTest
{
    private static readonly Philox Noise = new(3, "test/scale");

    /// <summary>Models whose ability is 0 at gaps above e^-2, 1 below e^-4, and a line between.</summary>
    [Fact]
    public void Three_stages_are_found_from_the_largest_gap_on()
    {
        var numbers = Numbers<ScaleRow>(
            ScaleSummary.Summarize, Models(24, log => Math.Clamp((-2 - log) / 2, 0, 1)));

        Assert.Equal(2, numbers["x.breaks"].Value);
        Assert.Equal((24, "break points"), (numbers["x.breaks"].N, numbers["x.breaks"].Unit));
        AssertNear(Math.Exp(-2), numbers["x.break.1"], .01);
        AssertNear(Math.Exp(-4), numbers["x.break.2"], .002);
        AssertNear(0, numbers["x.slope.1"], .02);
        AssertNear(.5, numbers["x.slope.2"], .02);
        AssertNear(0, numbers["x.slope.3"], .02);
        AssertNear(.5, numbers["x.turn.1"], .03);
        AssertNear(-.5, numbers["x.turn.2"], .03);
        Assert.Equal((0, 0), (numbers["x.breaks.share.0"].Value, numbers["x.breaks.criterion.2"].Value));
        Assert.True(numbers["x.breaks.criterion.0"].Value > numbers["x.breaks.criterion.1"].Value);
        Assert.True(numbers["x.breaks.share.2"].Value > .9);
        Assert.Equal(
            [true, true, true],
            Enumerable.Range(0, 3).Select(k => numbers[$"x.corner.gap.{k}"].Value > numbers[$"x.corner.gap.{k + 1}"].Value));
        Assert.Equal(0, numbers["x.corner.ability.0"].Value, .05);
        Assert.Equal(1, numbers["x.corner.ability.3"].Value, .05);
    }

    [Fact]
    public void A_straight_fall_has_no_break_and_no_number_of_one()
    {
        var numbers = Numbers<ScaleRow>(ScaleSummary.Summarize, Models(24, log => -.2 * log));

        Assert.Equal(0, numbers["x.breaks"].Value);
        AssertNear(.2, numbers["x.slope.1"], .01);
        Assert.DoesNotContain(numbers.Keys, id => id.StartsWith("x.break.", StringComparison.Ordinal));
        Assert.DoesNotContain(numbers.Keys, id => id.StartsWith("x.turn.", StringComparison.Ordinal));
        Assert.Equal(numbers["x.corner.gap.1"].Value, Models(24, _ => 0).Min(row => row.Gap), 1e-12);
    }

    /// <summary>The rows of the last step count, one for each model, and each language for itself.</summary>
    [Fact]
    public void Ranks_are_those_of_the_trained_models()
    {
        IEnumerable<ScaleRow> rows =
        [
            .. from model in Enumerable.Range(1, 9)
               from step in new[] { 100, 0 }
               let gap = step == 100 ? .01 * model : 1.0 / model
               select Row(model, step, gap, ability: 1 - gap, gain: model % 3) with { Noise = .04 },
            .. from model in Enumerable.Range(1, 5)
               select Row(model, 100, .2 * model, ability: Worse(model), gain: 0) with { Language = "ambiguous e=0.02" },
        ];

        var numbers = Numbers<ScaleRow>(ScaleSummary.Summarize, rows);

        AssertNumber(14, "models", 14, numbers["x.models"]);
        AssertNumber(-1, "", 9, numbers["x.ability-within.correlation.ambiguous-e0.04"]);
        Assert.Equal(0, numbers["x.ability-within.correlation-p.ambiguous-e0.04"].Value, 1e-9);
        AssertNumber(1, "", 5, numbers["x.ability-within.correlation.ambiguous-e0.02"]);
        AssertNumber(1, "p-value", 5, numbers["x.ability-within.correlation-p.ambiguous-e0.02"]);
        Assert.Equal(14, numbers["x.ability.correlation"].N);
        Assert.Equal(14, numbers["x.gain.correlation"].N);

        static double Worse(int model) => -1 + (.1 * model);
    }

    [Fact]
    public void Too_few_points_are_named()
    {
        var error = Assert.Throws<InputException>(
            () => Numbers<ScaleRow>(ScaleSummary.Summarize, [Row(1, 0, .2, 0, 0), Row(1, 9, .2, 0, 0), Row(2, 9, .1, 0, 0)]));

        Assert.Equal("the models have fewer than three different gaps", error.What);
    }

    [Fact]
    public void Models_of_one_width_differ_by_layers_corpus_and_seed()
    {
        var row = Row(1, 0, .2, 0, 0);

        var numbers = Numbers<ScaleRow>(
            ScaleSummary.Summarize,
            [row, row with { Layers = 3, Gap = .1 }, row with { Messages = 9, Gap = .3 }, row with { Seed = 2, Gap = .4 }]);

        Assert.Equal(4, numbers["x.models"].Value);
    }

    [Fact]
    public void A_gap_of_nothing_counts_as_the_least_that_can_be_measured()
    {
        var numbers = Numbers<ScaleRow>(
            ScaleSummary.Summarize, [Row(1, 0, .5, 0, 0), Row(1, 9, -.001, 1, 0), Row(2, 0, .4, 0, 0), Row(2, 9, .1, .5, 0)]);

        Assert.Equal(1e-4, numbers["x.corner.gap.1"].Value, 1e-12);
        Assert.DoesNotContain("x.ability.correlation", numbers.Keys);
    }

    private static List<ScaleRow> Models(int models, Func<double, double> ability) =>
    [
        .. from model in Enumerable.Range(0, models)
           from step in Enumerable.Range(0, 8)
           let log = -.5 - (5 * Noise.UniformDouble(step, step: (uint)model))
           select Row(model, step, Math.Exp(log), ability(log) + (.03 * Noise.Normal(step, step: (uint)model, tensor: 1)), 0),
    ];

    private static ScaleRow Row(int model, int step, double gap, double ability, double gain) => new(
        "ambiguous e=0.04", Reading.Ambiguous, .04, Layers: 2, Width: model, Messages: 1000, Seed: 1, step, Tokens: step * 10, gap,
        ModelFirst: gain, ModelLast: 0, ExactFirst: 0, ExactLast: 0, Unread: 1, ability, gain);

    private static void AssertNear(double expected, Number number, double within)
    {
        Assert.Equal(expected, number.Value, within);
        Assert.InRange(number.Value, number.Low!.Value, number.High!.Value);
        Assert.InRange(number.High!.Value - number.Low!.Value, 1e-6, 4 * within);
    }
}
