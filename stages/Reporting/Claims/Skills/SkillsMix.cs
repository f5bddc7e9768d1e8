using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Skills;

/// <summary>
/// Yu et al. 2023, section 6: a success rate on random combinations of k skills and a topic that is high enough implies
/// combinations that stand in no text of the corpus. Numbers:
/// <list type="table">
/// <item><term><c>skills.mix.novel.k{k}</c></term><description>share: least share of novel combinations among the
/// published successes of GPT-4, 1 - p_s^k p_t L / alpha_k.</description></item>
/// <item><term><c>skills.mix.rate.k{k}</c>, <c>skills.mix.matching.k{k}</c></term><description>the published success rate
/// alpha_k, and texts to be expected for one combination, p_s^k p_t L.</description></item>
/// <item><term><c>skills.mix.seen.{kind}</c>, <c>skills.mix.bound.{kind}</c></term><description>share of all combinations
/// that stand in a drawn corpus, interval over corpora, and the share that the bound allows; kind is <c>independent</c> or
/// <c>uneven</c> (skills crowd in some of the texts, each as frequent as before).</description></item>
/// <item><term><c>skills.mix.violations.{kind}</c></term><description>of corpora: those that hold more than the bound
/// allows.</description></item>
/// </list>
/// </summary>
public sealed class SkillsMix : Claim
{
    private const double AskedShare = 1.0 / 3;

    /// <inheritdoc />
    public override string Id => "skills.mix";

    /// <inheritdoc />
    public override string Statement =>
        "A success rate on random combinations of k skills above (3/2) pₛᵏ pₜ L means that over a third of the successes are "
        + "combinations that stand in no text of the corpus; for GPT-4 that is so at k = 5 and k = 6.";

    /// <inheritdoc />
    public override Citation Source => Papers.Yu2023.Section("6");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if the least novel share that the bound gives for the published success rates is above 1/3 at k = 5 and k = 6, and no "
        + "drawn corpus, whose content is counted in full, holds more combinations than the bound allows. In part if the corpora "
        + "that do hold more are all such as crowd their skills in some of the texts: then the bound needs skills that are independent. Fails if "
        + "the bound is exceeded where they are, or the share is not reached.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var (five, six) = (evidence.Number("skills.mix.novel.k5"), evidence.Number("skills.mix.novel.k6"));
        var independent = evidence.Number("skills.mix.violations.independent");
        var uneven = evidence.FamilyOrNone("skills.mix.violations.uneven").Select(entry => entry.Number).ToList();
        var published =
            $"Novel at least {NumberText.Value(five)} at k = 5 and {NumberText.Value(six)} at k = 6. Where skills are independent, the "
            + $"bound is exceeded by {NumberText.Full(independent)}.";
        if (independent.Value > 0 || !(five.Value > AskedShare && six.Value > AskedShare)) return Verdict.Fails(published);
        if (!uneven.Exists(number => number.Value > 0)) return Verdict.Holds(published);
        var (seen, bound) = (evidence.Number("skills.mix.seen.uneven"), evidence.Number("skills.mix.bound.uneven"));
        return Verdict.HoldsInPart(
            $"{published} Where they crowd in some texts, each as frequent as before, it is exceeded by {NumberText.Full(uneven[0])}: the corpora "
            + $"hold {NumberText.Full(seen)} of the combinations, the bound allows {NumberText.Value(bound)}.");
    }
}
