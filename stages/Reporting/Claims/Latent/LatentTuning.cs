using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 7: good instruction tuning adjusts only the transitions between intentions. Numbers, all but the first for each
/// way of tuning:
/// <list type="table">
/// <item><term><c>latent.tuning.tunings</c></term><description>fine-tunings: how many there are; a profile may have
/// none.</description></item>
/// <item><term><c>latent.tuning.moved.{method}</c></term><description>probability: what the tuned model gives to the answer, after a
/// message of a trained prompt; interval over seeds, over prompts if there is one seed.</description></item>
/// <item><term><c>latent.tuning.within-change.{role}.{method}</c></term><description>nats: how much the KL from an intention's
/// letter chain to the model grew, on the same prompts, for the roles <c>prompt</c>, <c>answer</c> and <c>held-out</c>; interval
/// likewise.</description></item>
/// </list>
/// </summary>
public sealed class LatentTuning : Claim
{
    private const double LeastMoved = 0.9;
    private const double LargestChange = 0.01;

    private static readonly string[] Roles = ["prompt", "answer", "held-out"];

    /// <inheritdoc />
    public override string Id => "latent.tuning";

    /// <inheritdoc />
    public override string Statement =>
        "Good instruction tuning adjusts only the transition probabilities q(θ′|θ) between intentions and leaves the distribution "
        + "q(x|θ) of messages as it is.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("7");

    /// <inheritdoc />
    public override string Rule =>
        "A way of tuning moves the transitions if the answers to trained prompts get a probability of at least 0.9 (lower end of the "
        + "interval). It leaves messages alone if the KL within them grows by at most 0.01 nats (upper end of the interval of the "
        + "paired change) for each of trained prompts, trained answers and held-out intentions. Holds if one way does both. In part if "
        + "some way moves the transitions, but none of these leaves all messages alone. Fails if none moves the transitions. Not testable "
        + "if the profile tunes no model.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        if (evidence.Number("latent.tuning.tunings").Value == 0)
            return Verdict.NotTestable("This profile tunes no model: it has no released language of the noise to tune at.");

        var ways = evidence.Family("latent.tuning.moved.")
            .Select(entry => new Way(
                entry.Of, entry.Number, [.. Roles.Select(role => evidence.Number($"latent.tuning.within-change.{role}.{entry.Of}"))]))
            .ToList();
        var moving = ways.Where(way => way.Moved.Lower() >= LeastMoved).ToList();
        if (moving.Count == 0)
        {
            var furthest = ways.MaxBy(way => way.Moved.Lower())!;
            return Verdict.Fails(
                $"None of {ways.Count} ways of tuning moves the transitions; furthest {furthest.Name}: {NumberText.Full(furthest.Moved)}.");
        }

        var keeping = moving.Count(way => way.Worst.Upper() <= LargestChange);
        var gentlest = moving.MinBy(way => way.Worst.Upper())!;
        var harshest = moving.MaxBy(way => way.Worst.Upper())!;
        var measured =
            $"{moving.Count} of {ways.Count} ways of tuning move the transitions, {keeping} of these leave all messages alone. Gentlest: "
            + $"{gentlest.Name}, answers {NumberText.Full(gentlest.Moved)}, largest change within messages "
            + $"{NumberText.Full(gentlest.Worst)}; harshest: {harshest.Name}, {NumberText.Full(harshest.Worst)}.";
        return keeping > 0 ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }

    private sealed record Way(string Name, Number Moved, IReadOnlyList<Number> Changes)
    {
        public Number Worst => Changes.MaxBy(change => change.Upper())!;
    }
}
