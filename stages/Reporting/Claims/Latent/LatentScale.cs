using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 9: the theory does not apply to small models, whose gap to the language can be arbitrarily
/// large; abilities commence when the gap becomes small. Numbers:
/// <list type="table">
/// <item><term><c>latent.scale.models</c></term><description>models: all of the grid of widths, corpora, noise levels
/// and seeds.</description></item>
/// <item><term><c>latent.scale.ability.correlation</c>, <c>latent.scale.ability.correlation-p</c></term>
/// <description>Spearman's rank correlation of gap and in-context ability over the trained models, and its one-sided
/// p-value against "does not fall"; n = models.</description></item>
/// <item><term><c>latent.scale.breaks</c></term><description>break points, 0 to 2, of ability over ln(gap), chosen by
/// Schwarz's criterion.</description></item>
/// <item><term><c>latent.scale.break.{k}</c></term><description>nats/symbol: gap at break k, from the largest gap on;
/// intervals, here and below, over resampled models.</description></item>
/// <item><term><c>latent.scale.slope.{k}</c></term><description>per e-fold: by how much ability rises in stage k while
/// the gap shrinks to 1/e.</description></item>
/// <item><term><c>latent.scale.turn.{k}</c></term><description>per e-fold: the slope after break k less the one before.
/// </description></item>
/// <item><term><c>latent.scale.corner.ability.{k}</c></term><description>the line's value at the largest gap (0), at
/// each break, and at the smallest gap.</description></item>
/// </list>
/// </summary>
public sealed class LatentScale : Claim
{
    private const int FewestModels = 8;
    private const double Significance = 0.01;
    private const double Flat = 0.5;
    private const double LeastShareOfRise = 0.5;

    /// <inheritdoc />
    public override string Id => "latent.scale";

    /// <inheritdoc />
    public override string Statement =>
        "The theory does not apply to small models, far from the language; abilities commence when the gap becomes small "
        + "enough: three stages.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("9");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if gap and in-context ability of the trained models are rank-correlated, ability falling with the gap at p "
        + "below 0.01 (one-sided), and ability over ln(gap) has two break points with three stages as the gap shrinks: "
        + "flat, rising, flat. That is: the middle stage rises (lower end of the interval above 0), its slope is above "
        + "both others (intervals of the differences exclude 0), those are at most half of it in size, and at least half of "
        + "the whole rise of the fitted line lies in it, so that ability is missing before and there after. In part if "
        + "the correlation is significant, but there are not these three stages. Else fails. Not testable with fewer "
        + "than 8 models.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var models = evidence.Number("latent.scale.models");
        if (models.N < FewestModels)
            return Verdict.NotTestable($"The grid has only {models.N} models.");

        var correlation = evidence.Number("latent.scale.ability.correlation");
        var p = evidence.Number("latent.scale.ability.correlation-p");
        var breaks = evidence.Number("latent.scale.breaks");
        var related =
            $"Rank correlation of gap and ability over {models.N} models: {NumberText.Value(correlation)} "
            + $"(p = {NumberText.Value(p)}).";
        if (!(p.Value < Significance)) return Verdict.Fails(related);
        if (breaks.Value != 2)
            return Verdict.HoldsInPart($"{related} Break points of ability over ln(gap): {(int)breaks.Value}, not 2.");

        var (one, two) = (evidence.Number("latent.scale.break.1"), evidence.Number("latent.scale.break.2"));
        var (before, middle, after) =
            (evidence.Number("latent.scale.slope.1"), evidence.Number("latent.scale.slope.2"), evidence.Number("latent.scale.slope.3"));
        var stages = middle.Lower() > 0
            && evidence.Number("latent.scale.turn.1").Lower() > 0 && evidence.Number("latent.scale.turn.2").Upper() < 0
            && Math.Abs(before.Value) <= Flat * middle.Value && Math.Abs(after.Value) <= Flat * middle.Value;
        double[] corners = [.. Enumerable.Range(0, 4).Select(k => evidence.Number($"latent.scale.corner.ability.{k}").Value)];
        stages &= corners[2] - corners[1] >= LeastShareOfRise * (corners[3] - corners[0]);
        var measured =
            $"{related} Two break points, at gaps of {NumberText.Full(one)} and {NumberText.Full(two)}; ability rises by "
            + $"{NumberText.Full(before)} before the first, {NumberText.Full(middle)} between them and "
            + $"{NumberText.Full(after)} after the second: from {NumberText.Short(corners[0])} to {NumberText.Short(corners[1])}, to "
            + $"{NumberText.Short(corners[2])}, to {NumberText.Short(corners[3])}.";
        return stages ? Verdict.Holds(measured) : Verdict.HoldsInPart($"{measured} These are not the three stages of the rule.");
    }
}
