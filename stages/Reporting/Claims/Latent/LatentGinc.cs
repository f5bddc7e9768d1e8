using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Xie et al. 2022, section 4: on GINC, in-context accuracy rises with the number and the length of the examples, and fails on concepts
/// that the training text does not have. Numbers:
/// <list type="table">
/// <item><term><c>latent.ginc.examples-trend.{kind}-p.k{k}</c></term><description>one-sided p of a rising Mann-Kendall trend of the
/// trained models' accuracy (mean over seeds) over the number n of examples, at length k; kind is seen or unseen; n = numbers of
/// examples.</description></item>
/// <item><term><c>latent.ginc.length-trend.seen-p.n{n}</c></term><description>the same over the length k at n examples; n = lengths.
/// </description></item>
/// <item><term><c>latent.ginc.unseen-reach</c></term><description>share: what the accuracy on unseen concepts has of the way from chance
/// to that on seen ones, most examples, all lengths; interval over seeds, over prompts if there is one seed.</description></item>
/// <item><term><c>latent.ginc.model.{kind}.most</c>, <c>latent.ginc.chance</c></term><description>share: the accuracies behind it.
/// </description></item>
/// </list>
/// </summary>
public sealed class LatentGinc : Claim
{
    private const double Significance = 0.05;
    private const double MostReach = 0.5;
    private const int LeastPoints = 4;

    /// <inheritdoc />
    public override string Id => "latent.ginc";

    /// <inheritdoc />
    public override string Statement =>
        "In a mixture of hidden Markov models (GINC), in-context accuracy rises with the number and with the length of the examples, and "
        + "fails on concepts that were not in the training text.";

    /// <inheritdoc />
    public override Citation Source => Papers.Xie2022.Section("4");

    /// <inheritdoc />
    public override string Rule =>
        "Three parts. The trained models' accuracy rises with the number of examples at every length (Mann-Kendall trend test on the means "
        + "over seeds, one-sided p < 0.05). It rises with the length at every number of examples (the same test). On unseen concepts it "
        + "rises with the number of examples at no length, and with the most examples it gets at most 50 % of the way from chance to the "
        + "accuracy on seen concepts (upper end of the interval), chance being a reader who knows the value but not the slot. Holds if all "
        + "three parts are met, in part if some are, fails if none is. Not testable with fewer than 4 lengths or 4 numbers of examples, "
        + "too few for p < 0.05.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var byLength = evidence.Family("latent.ginc.examples-trend.seen-p.k").Select(entry => entry.Number).ToList();
        var byExamples = evidence.Family("latent.ginc.length-trend.seen-p.n").Select(entry => entry.Number).ToList();
        var unseen = evidence.Family("latent.ginc.examples-trend.unseen-p.k").Select(entry => entry.Number).ToList();
        var reach = evidence.Number("latent.ginc.unseen-reach");
        var (seenMost, unseenMost) = (evidence.Number("latent.ginc.model.seen.most"), evidence.Number("latent.ginc.model.unseen.most"));
        var chance = evidence.Number("latent.ginc.chance");
        if (byLength.Count < LeastPoints || byExamples.Count < LeastPoints)
        {
            return Verdict.NotTestable(
                $"{byLength.Count} lengths and {byExamples.Count} numbers of examples are too few for a trend test.");
        }

        var risingByExamples = byLength.Count(Rises);
        var risingByLength = byExamples.Count(Rises);
        var risingUnseen = unseen.Count(Rises);
        var measured =
            $"Accuracy rises with the number of examples at {risingByExamples} of {byLength.Count} lengths, and with the length at "
            + $"{risingByLength} of {byExamples.Count} numbers of examples. With the most examples it is {NumberText.Full(seenMost)} on seen "
            + $"and {NumberText.Full(unseenMost)} on unseen concepts, where it rises at {risingUnseen} of {unseen.Count} lengths; chance is "
            + $"{NumberText.Full(chance)}.";
        var parts = new[]
        {
            risingByExamples == byLength.Count,
            risingByLength == byExamples.Count,
            risingUnseen == 0 && reach.Upper() <= MostReach,
        };
        if (parts.All(met => met)) return Verdict.Holds(measured);
        return parts.Any(met => met) ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private static bool Rises(Number p) => p.Value < Significance;
}
