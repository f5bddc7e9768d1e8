using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Learners;

/// <summary>
/// Liao, Chang and Hong 2024: texts can be compressed to the indices of their skills. Numbers:
/// <list type="table">
/// <item><term><c>learners.compression.changed</c>, <c>.understood</c></term><description>of texts: arrived with another
/// meaning; sent as a set of skills.</description></item>
/// <item><term><c>learners.compression.bits.r{R}</c>, <c>.predicted.r{R}</c>, <c>.raw</c></term><description>bits/text: measured,
/// interval over graphs; by the formula at density evolution's q; of a raw text.</description></item>
/// <item><term><c>learners.compression.relative.r{R}</c></term><description>measured bits over the formula's at the learner's own
/// q; interval over graphs.</description></item>
/// <item><term><c>learners.compression.above-entropy</c></term><description>bits/text: of an understood text's code above the
/// entropy of its set.</description></item>
/// </list>
/// </summary>
public sealed class LearnersCompression : Claim
{
    private const double Close = 0.05;
    private const double Small = 0.25;

    /// <inheritdoc />
    public override string Id => "learners.compression";

    /// <inheritdoc />
    public override string Statement => "A learner compresses texts to the indices of their skills; a receiver with the same skills restores their meaning.";

    /// <inheritdoc />
    public override Citation Source => new(Papers.Liao2024, "abstract (code and formula ours)");

    /// <inheritdoc />
    public override string Rule =>
        "Fails if any text arrives with another meaning. Else holds if at every ratio the measured bits of a text lie within 5 % of the formula at "
        + "the learner's own unlearned share (mean over graphs), and are below a quarter of a raw text at the largest ratio. Else in part.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var changed = evidence.Number("learners.compression.changed");
        var raw = evidence.Number("learners.compression.raw");
        var relative = evidence.Family("learners.compression.relative.");
        var bits = evidence.Family("learners.compression.bits.");
        var least = bits.MinBy(entry => entry.Number.Value).Number;
        var worst = relative.MaxBy(entry => Math.Abs(entry.Number.Value - 1));
        var measured =
            $"Meaning changed in {NumberText.Full(changed)}. From {NumberText.Value(raw)} bits raw to {NumberText.Full(least)}; the measured length is "
            + $"{NumberText.Full(worst.Number)} times the formula's where they differ most ({worst.Of}).";
        if (changed.Value > 0) return Verdict.Fails(measured);
        return Math.Abs(worst.Number.Value - 1) <= Close && least.Value < Small * raw.Value ? Verdict.Holds(measured) : Verdict.HoldsInPart(measured);
    }
}
