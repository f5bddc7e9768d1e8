using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, Proposition 4.2: |p(y|x) - q(y|x, theta_x)| is at most eps(x). The gap of a prompt is the largest over
/// y; prompts start with a newline, so that only the intention is unknown. Numbers, one for each language:
/// <list type="table">
/// <item><term><c>latent.understanding.oracle.violations.{language}</c></term><description>of prompts: how many have a
/// gap of the exact posterior mixture above eps(x) (margin 1e-9 relative, 1e-12 absolute); n = prompts.</description></item>
/// <item><term><c>latent.understanding.model.within.{language}</c></term><description>share of prompts on which the
/// trained model's gap is at most eps(x) + 0.05; interval over seeds, Clopper-Pearson over prompts if there is one
/// seed.</description></item>
/// </list>
/// </summary>
public sealed class LatentUnderstanding : Claim
{
    private const double LeastWithin = 0.95;

    /// <inheritdoc />
    public override string Id => "latent.understanding";

    /// <inheritdoc />
    public override string Statement =>
        "After a prompt x with ambiguity ε(x), the model continues as one who knows the intention θₓ would: |p(y|x) "
        + "− q(y|x, θₓ)| ≤ ε(x).";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Proposition("4.2");

    /// <inheritdoc />
    public override string Rule =>
        "Fails if the exact predictor exceeds ε(x) on any prompt. Otherwise holds if on every language the trained "
        + "model stays within ε(x) + 0.05 (its approximation error is allowed 0.05) on at least 95 % of prompts "
        + "(lower end of the interval), and holds in part if it does not.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var oracle = evidence.Family("latent.understanding.oracle.violations.");
        var exceeded = oracle.Where(entry => entry.Number.Value > 0).ToList();
        if (exceeded.Count > 0)
        {
            var most = exceeded.MaxBy(entry => entry.Number.Value / entry.Number.N);
            return Verdict.Fails($"The exact predictor exceeds the bound in {most.Of}: {NumberText.Full(most.Number)}.");
        }

        var within = oracle
            .Select(entry => (entry.Of, Number: evidence.Number($"latent.understanding.model.within.{entry.Of}")))
            .ToList();
        var least = within.MinBy(entry => entry.Number.Lower());
        var good = within.Count(entry => entry.Number.Lower() >= LeastWithin);
        var prompts = oracle.Aggregate(0L, (sum, entry) => sum + entry.Number.N);
        var measured =
            $"The exact predictor never exceeds ε(x) ({prompts:N0} prompts). The trained model stays within ε(x) + 0.05 "
            + $"often enough on {good} of {within.Count} languages; least often in {least.Of}: {NumberText.Full(least.Number)} of prompts.";
        return good == within.Count ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }
}
