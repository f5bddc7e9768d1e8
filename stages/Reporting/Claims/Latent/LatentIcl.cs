using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, Proposition 5.2: with m examples of one intention the error of the prediction falls exponentially in m.
/// Numbers:
/// <list type="table">
/// <item><term><c>latent.icl.oracle.slope.{language}</c></term><description>per example: slope of ln(mean KL) over m =
/// 1, 2, ... of the exact predictor; only for languages whose exact KL is above 0 (a released language has nothing to
/// reduce); interval over trials; n = trials.</description></item>
/// <item><term><c>latent.icl.oracle.later-slope.{language}</c></term><description>per example: the same over m = 2, 3, ... alone, for the
/// same languages; it is the whole slope if the fall is exponential.</description></item>
/// <item><term><c>latent.icl.model.slope.{language}</c></term><description>per example: the same for the trained
/// models, for every language; interval over seeds, over trials if there is one seed.</description></item>
/// </list>
/// </summary>
public sealed class LatentIcl : Claim
{
    private const double LeastShareOfRate = 0.5;

    /// <inheritdoc />
    public override string Id => "latent.icl";

    /// <inheritdoc />
    public override string Statement =>
        "In-context learning: with m examples of one intention in the prompt, the error of the prediction falls "
        + "exponentially in m.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Proposition("5.2");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on the languages with ambiguity to reduce, where the exact KL is above 0. Holds if on each of them "
        + "the slope of ln KL over m is below 0 (upper end of the interval) for the exact predictor and for the "
        + "trained model, the model's slope is at least half the exact one, and the exact fall is exponential: its "
        + "slope from the second example on is at least half the whole one. In part if all exact slopes and some "
        + "of the model's are below 0. Else fails. Not testable without such a language.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var models = evidence.Family("latent.icl.model.slope.");
        var oracles = evidence.FamilyOrNone("latent.icl.oracle.slope.");
        if (oracles.Count == 0)
            return Verdict.NotTestable($"None of the {models.Count} languages has ambiguity that examples could reduce.");

        var flat = oracles.Where(entry => entry.Number.Upper() >= 0).ToList();
        if (flat.Count > 0)
        {
            return Verdict.Fails(
                $"The exact predictor does not improve significantly in {flat[0].Of}: {NumberText.Full(flat[0].Number)}.");
        }

        var slopes = oracles
            .Select(entry => new Slopes(
                entry.Of, entry.Number, evidence.Number($"latent.icl.oracle.later-slope.{entry.Of}"),
                evidence.Number($"latent.icl.model.slope.{entry.Of}")))
            .ToList();
        var falling = slopes.Count(slope => slope.ModelFalls);
        var following = slopes.Count(slope => slope.ModelFalls && slope.ModelShare >= LeastShareOfRate);
        var exponential = slopes.Count(slope => slope.LaterShare >= LeastShareOfRate);
        var slowest = slopes.MinBy(slope => slope.ModelShare)!;
        var bent = slopes.MinBy(slope => slope.LaterShare)!;
        var measured =
            $"The trained model's KL falls significantly on {falling} of {slopes.Count} languages, at half the exact rate "
            + $"or faster on {following}; slowest in {slowest.Language}: {NumberText.Full(slowest.Model)}, exact "
            + $"{NumberText.Full(slowest.Oracle)}. The exact fall goes on at half its rate or faster on {exponential} of "
            + $"{slopes.Count}; from the second example on it is {NumberText.Full(bent.Later)} in {bent.Language}.";
        if (following == slopes.Count && exponential == slopes.Count) return Verdict.Holds(measured);
        return falling > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private sealed record Slopes(string Language, Number Oracle, Number Later, Number Model)
    {
        public bool ModelFalls => Model.Upper() < 0;

        public double ModelShare => Model.Value / Oracle.Value;

        public double LaterShare => Later.Value / Oracle.Value;
    }
}
