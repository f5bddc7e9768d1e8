using System.Globalization;
using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Skills;

/// <summary>
/// Beyond the papers: do trained models show what the theories of skills say? Numbers, with <c>c3</c> a load and <c>R16</c> a ratio:
/// <list type="table">
/// <item><term><c>skills.learned.above-bound.skills</c></term><description>points of the models' performance curves above the bound; n = all
/// points.</description></item>
/// <item><term><c>skills.learned.above-bound.pairs</c></term><description>the same for pairs of skills, against the bound for
/// tuples.</description></item>
/// <item><term><c>skills.learned.trained-excess.{ratio}</c></term><description>share: by how much failures exceed, at most over a curve, the bound
/// that follows from the training texts; interval over seeds.</description></item>
/// <item><term><c>skills.learned.lag.unseen.{ratio}</c>, <c>skills.learned.lag.held-out.{ratio}</c></term><description>share: accuracy on training
/// tuples minus that on new ones, and that minus the accuracy on tuples with a held-out pair.</description></item>
/// <item><term><c>skills.learned.emerged.model.{load}</c></term><description>seeds at which models come to half of the full ability; n = all
/// seeds.</description></item>
/// <item><term><c>skills.learned.half.{reader}.{load}</c></term><description>texts per skill at which they do.</description></item>
/// <item><term><c>skills.learned.against-one-skill.{load}</c></term><description>the models' over the 1-skill learner's on the same texts; interval
/// over seeds.</description></item>
/// </list>
/// </summary>
public sealed class SkillsLearned : Claim
{
    private const double LargestLag = 0.05;
    private const double Factor = 1.5;

    /// <inheritdoc />
    public override string Id => "skills.learned";

    /// <inheritdoc />
    public override string Statement =>
        "(Beyond the papers.) Trained models show it: their competence keeps to the bound, it extends to combinations of skills never seen together, and it "
        + "emerges at the ratio of texts to skills at which the 1-skill learner's does.";

    /// <inheritdoc />
    public override Citation Source => Papers.Arora2023.Section("1.1");

    /// <inheritdoc />
    public override string Rule =>
        "Three parts. Bound: no point of the performance curves of trained models, of single skills and of pairs, at any moment of the training, lies above "
        + "the bound that follows from the share of failed texts among the same fresh texts. Combinations: with the most training texts, the accuracy falls by less than 5 "
        + "percentage points from training tuples to new ones and by less than 5 from those to tuples with a pair of skills that no training text names together (upper "
        + "ends of the intervals). Emergence: for every mean size of texts, the ratio of texts to skills at which models reach half of the full ability "
        + "is 2/3 to 3/2 of that of the 1-skill learner on the same texts (mean over seeds). Holds if all three do, in part if one or two do, else fails. Not testable if for some "
        + "size the models or the learner do not reach half of the full ability at every seed.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var emerged = evidence.Family("skills.learned.emerged.model.");
        var learners = evidence.Family("skills.learned.emerged.one-skill.");
        if (emerged.Concat(learners).FirstOrDefault(entry => entry.Number.Value < entry.Number.N) is { Number: { } late } lacking)
            return Verdict.NotTestable($"With {lacking.Of[1..]} skills in a text on average, half of the full ability is reached at {NumberText.Value(late)} seeds only.");
        var (bound, pairs) = (evidence.Number("skills.learned.above-bound.skills"), evidence.Number("skills.learned.above-bound.pairs"));
        var isBounded = bound.Value + pairs.Value == 0;
        var (unseen, heldOut) = (AtMost(evidence, "skills.learned.lag.unseen."), AtMost(evidence, "skills.learned.lag.held-out."));
        var isCombined = unseen.Upper() < LargestLag && heldOut.Upper() < LargestLag;
        var quotients = evidence.Family("skills.learned.against-one-skill.");
        var isEmerging = quotients.All(entry => entry.Number.Value is >= 1 / Factor and <= Factor);
        var (least, most) = (quotients.MinBy(entry => entry.Number.Value), quotients.MaxBy(entry => entry.Number.Value));
        var excess = evidence.Family("skills.learned.trained-excess.").MaxBy(entry => entry.Number.Value);
        var because =
            $"Above the bound lie {NumberText.Full(bound)} for skills and {NumberText.Full(pairs)} for pairs; with the failures of the training texts in place of fresh ones, it "
            + $"would be exceeded by up to {NumberText.Full(excess.Number)}, at {excess.Of[1..]} texts for each skill. Accuracy falls by {NumberText.Full(unseen)} from training tuples to new ones, and by "
            + $"{NumberText.Full(heldOut)} from those to held-out pairs. Models need {NumberText.Full(least.Number)} times the texts of the 1-skill learner at a mean size of {least.Of[1..]} and "
            + $"{NumberText.Full(most.Number)} times at {most.Of[1..]}.";
        return ((isBounded ? 1 : 0) + (isCombined ? 1 : 0) + (isEmerging ? 1 : 0)) switch
        {
            3 => Verdict.Holds(because),
            0 => Verdict.Fails(because),
            _ => Verdict.HoldsInPart(because),
        };
    }

    /// <summary>The number at the largest ratio.</summary>
    private static Number AtMost(Evidence evidence, string prefix) =>
        evidence.Family(prefix).MaxBy(entry => double.Parse(entry.Of[1..], CultureInfo.InvariantCulture)).Number;
}
