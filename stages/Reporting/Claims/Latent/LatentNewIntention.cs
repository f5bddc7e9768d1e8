using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// A question of the reviewers of Jiang 2023: what of an intention that was never trained? A model that has become the
/// marginal q answers as the exact reader of its language does, and learns nothing new from a prompt. Numbers, for each
/// kind of new intention and language, over seeds (over intentions if there is one seed):
/// <list type="table">
/// <item><term><c>latent.new-intention.languages</c></term><description>in how many languages they were measured; 0 if the
/// profile has none that takes every text for possible.</description></item>
/// <item><term><c>latent.new-intention.apart.{kind}.{language}</c></term><description>nats: KL from the truth to the model, less
/// KL from the exact reader to the model, over all prompts.</description></item>
/// <item><term><c>latent.new-intention.nearer.{kind}.{language}</c></term><description>nats: KL from the truth to the exact
/// reader, less KL from the truth to the model, after the most examples.</description></item>
/// </list>
/// </summary>
public sealed class LatentNewIntention : Claim
{
    private const string Combination = "combination.";

    /// <inheritdoc />
    public override string Id => "latent.new-intention";

    /// <inheritdoc />
    public override string Statement =>
        "A model that has learned q(x) meets an intention it has never seen as the mixture of those it knows: it answers as "
        + "the exact predictor of its training text, and does not learn the new intention from examples.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("3");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on intentions unrelated to the known ones (new rows over known letters, new letters), in every "
        + "ambiguous language. Holds if for each the model's KL from the exact predictor is below its KL from the truth (lower end "
        + "of the interval of the difference above 0), and after the most examples the model is not nearer to the truth "
        + "than the exact predictor (lower end of the gain not above 0). In part if the first is so for some. Else fails. "
        + "Combinations of known intentions are reported. Not testable without an ambiguous language.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        if (evidence.Number("latent.new-intention.languages").Value == 0)
            return Verdict.NotTestable("No language of this profile is ambiguous.");

        var apart = evidence.Family("latent.new-intention.apart.").Where(entry => !IsCombination(entry.Of)).ToList();
        var nearer = apart
            .Select(entry => (entry.Of, Number: evidence.Number($"latent.new-intention.nearer.{entry.Of}")))
            .ToList();
        var follows = apart.Count(entry => entry.Number.Lower() > 0);
        var learns = nearer.Count(entry => entry.Number.Lower() > 0);
        var least = apart.MinBy(entry => entry.Number.Lower());
        var most = nearer.MaxBy(entry => entry.Number.Lower());
        var measured =
            $"The model is nearer to the exact predictor than to the truth in {follows} of {apart.Count} cases, least clearly in "
            + $"{least.Of}: {NumberText.Full(least.Number)}. After the most examples it is nearer to the truth than the exact "
            + $"predictor in {learns}; the largest gain is {NumberText.Full(most.Number)} in {most.Of}.";
        if (follows == apart.Count && learns == 0) return Verdict.Holds(measured);
        return follows > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static bool IsCombination(string of) => of.StartsWith(Combination, StringComparison.Ordinal);
}
