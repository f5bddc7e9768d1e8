using Research.Summaries;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Tables;

namespace Research.Evaluation.Scale;

/// <summary>
/// The stages of ability as the gap shrinks: a continuous line of straight segments through ability over ln(gap), with
/// as many breaks, two at most, as Schwarz's criterion chooses. Intervals come from resampled models, since the moments
/// of one training belong together. Stages are counted from the largest gap on.
/// </summary>
internal sealed class AbilityStages
{
    private const int MostBreaks = 2;
    private const int Resamples = 500;

    /// <summary>Gaps below this are zero up to the error of their measurement, nats per symbol.</summary>
    private const double LeastGap = 1e-4;

    private readonly int models;
    private readonly double[] logs;
    private readonly IReadOnlyList<SegmentedFit?> fits;
    private readonly SegmentedFit fit;
    private readonly SegmentedBootstrap bootstrap;

    /// <summary>Fits the stages to the rows of each model, three different gaps at least.</summary>
    public AbilityStages(List<ScaleRow[]> models)
    {
        this.models = models.Count;
        List<(ScaleRow Row, int Model)> points = [.. models.SelectMany((model, index) => model.Select(row => (row, index)))];
        logs = [.. points.Select(point => Elementary.Log(point.Row.Gap > LeastGap ? point.Row.Gap : LeastGap))];
        var regression = new SegmentedRegression(logs, [.. points.Select(point => point.Row.Ability)]);
        fits = regression.FitUpTo(MostBreaks);
        fit = SegmentedRegression.Choose(fits)!;
        bootstrap = SegmentedBootstrap.Of(
            regression, fit, [.. points.Select(point => point.Model)], MostBreaks, Resamples,
            new Philox(0, "summary/scale"));
    }

    /// <summary>Breaks, slopes and the line's corners as numbers.</summary>
    public IEnumerable<Number> Numbers(string experiment)
    {
        yield return Plain("breaks", fit.Breaks.Count, "break points");
        for (var breaks = 0; breaks <= MostBreaks; breaks++)
        {
            yield return Plain($"breaks.share.{breaks}", bootstrap.Shares[breaks], "share");
            if (fits[breaks] is { } other)
                yield return Plain($"breaks.criterion.{breaks}", other.Criterion - fit.Criterion, "above the least");
        }

        // Stages run from large gaps to small ones, against the axis of the regression.
        foreach (var (at, k) in bootstrap.Breaks.Reverse().Select((at, k) => (at, k + 1)))
            yield return Gap($"break.{k}", at);
        foreach (var (turn, k) in bootstrap.Turns.Reverse().Select((turn, k) => (turn, k + 1)))
            yield return OfModels(turn).ToNumber($"{experiment}.turn.{k}", "per e-fold");
        foreach (var (slope, k) in bootstrap.Slopes.Reverse().Select((slope, k) => (slope, k + 1)))
            yield return OfModels(Reversed(slope)).ToNumber($"{experiment}.slope.{k}", "per e-fold");
        double[] corners = [logs.Max(), .. fit.Breaks.Reverse(), logs.Min()];
        for (var k = 0; k < corners.Length; k++)
        {
            yield return Plain($"corner.gap.{k}", Elementary.Exp(corners[k]), "nats/symbol");
            yield return Plain($"corner.ability.{k}", fit.At(corners[k]), "");
        }

        Number Plain(string id, double value, string unit) => new($"{experiment}.{id}", value, unit, null, null, models);

        Number Gap(string id, Estimate log) => OfModels(
            new(Elementary.Exp(log.Value), Elementary.Exp(log.Low), Elementary.Exp(log.High), log.N))
            .ToNumber($"{experiment}.{id}", "nats/symbol");
    }

    private Estimate OfModels(Estimate estimate) => estimate with { N = models };

    /// <summary>A slope as the gap shrinks, from one as it grows.</summary>
    private static Estimate Reversed(Estimate slope) => new(-slope.Value, -slope.High, -slope.Low, slope.N);
}
