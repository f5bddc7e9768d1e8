using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// The loss perspective (Du et al. 2024, section 3): abilities commence when the pre-training loss falls below a threshold, whatever the
/// model's size, and under continuous metrics too. Numbers, for each metric, task and target length with an ability to fit:
/// <list type="table">
/// <item><term><c>mirage.loss.error.hinge.{metric}.{task}.{L}</c>, <c>mirage.loss.error.smooth....</c></term><description>root of the mean squared
/// error on sizes that the curve was not fitted to.</description></item>
/// <item><term><c>mirage.loss.fits</c></term><description>fits: how many.</description></item>
/// <item><term><c>mirage.loss.eta.{metric}.{task}.{L}</c></term><description>nats/token: where the hinge is, interval over resampled trainings.
/// </description></item>
/// </list>
/// </summary>
public sealed class MirageLoss : Claim
{
    /// <inheritdoc />
    public override string Id => "mirage.loss";

    /// <inheritdoc />
    public override string Statement =>
        "By pre-training loss instead of size, abilities emerge at a threshold: chance above it, improvement below, also under a continuous metric.";

    /// <inheritdoc />
    public override Citation Source => Papers.Du2024.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "A hinge (chance above a loss, a straight line below it up to full ability) and a logistic curve, two constants each, are fitted to all "
        + "models at all moments, and compared by their errors on sizes left out, under exact match and under the Brier score. Holds if the hinge errs less for more than half "
        + "of the tasks and lengths under both metrics; in part under one of them; else fails. Not testable where no ability changes by 0.3.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        if (evidence.Number("mirage.loss.fits").Value == 0) return Verdict.NotTestable("No ability changes by 0.3 over the models.");
        var errors = evidence.Family("mirage.loss.error.hinge.");
        var (wins, texts) = (0, new List<string>());
        foreach (var metric in errors.GroupBy(error => error.Of[..error.Of.IndexOf('.', StringComparison.Ordinal)]))
        {
            var better = metric.Count(error => error.Number.Value < evidence.Number($"mirage.loss.error.smooth.{error.Of}").Value);
            if (2 * better > metric.Count()) wins++;
            var narrowest = metric.Select(error => (error.Of, Eta: evidence.Number($"mirage.loss.eta.{error.Of}"))).MinBy(eta => eta.Eta.Upper() - eta.Eta.Lower());
            texts.Add($"under {metric.Key.Replace('-', ' ')} the hinge errs less for {better} of {metric.Count()} (surest threshold: {NumberText.Full(narrowest.Eta)}, {narrowest.Of[(metric.Key.Length + 1)..].Replace('.', ' ')})");
        }

        var measured = $"On sizes left out, {string.Join("; ", texts)}.";
        return wins == 2 ? Verdict.Holds(measured) : wins == 1 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
