using System.Globalization;
using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 2: a smooth loss per token, and metrics made of it that look sharp. Numbers:
/// <list type="table">
/// <item><term><c>mirage.toy.straight</c></term><description>R² of ln(loss) over ln(N).</description></item>
/// <item><term><c>mirage.toy.step.{metric}</c></term><description>share of a metric's whole change that lies in its largest step from a
/// model to the next: <c>log-loss</c>, <c>edit-distance</c>, <c>brier</c>, <c>grade</c>, <c>accuracy.{L}</c>.</description></item>
/// <item><term><c>mirage.toy.unseen.{L}</c></term><description>of models: those whose accuracy on targets of L tokens a test set shows as
/// zero.</description></item>
/// <item><term><c>mirage.toy.shift.{L}</c>, <c>mirage.toy.width</c></term><description>decades: by how much length L moves the accuracy
/// curve, and how wide it is from 10 % to 90 %, at every length.</description></item>
/// </list>
/// </summary>
public sealed class MirageToy : Claim
{
    private const double Straight = 0.999;
    private const double Sharper = 1.5;

    /// <inheritdoc />
    public override string Id => "mirage.toy";

    /// <inheritdoc />
    public override string Statement =>
        "The loss per token improves smoothly and predictably with size; a metric that needs several right tokens changes sharply and "
        + "unpredictably, and one that is linear in the tokens smoothly.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("2");

    /// <inheritdoc />
    public override string Rule =>
        "Holds if ln(loss) over ln(N) is a straight line (R² at least 0.999) and, of the longest targets, the largest step of accuracy "
        + "from one model to the next is at least 1.5 times that of the token edit distance, each as a share of its whole change. In part "
        + "if the loss is straight and accuracy is not sharper in that sense, but hides more models below the test set's resolution than "
        + "at length 1, or the multiple-choice grade jumps (its largest step at least 1.5 times that of the edit distance). Else fails.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var straight = evidence.Number("mirage.toy.straight");
        var smooth = evidence.Number("mirage.toy.step.edit-distance");
        var grade = evidence.Number("mirage.toy.step.grade");
        var (length, accuracy) = evidence.Family("mirage.toy.step.accuracy.").MaxBy(entry => int.Parse(entry.Of, CultureInfo.InvariantCulture));
        var (unseen, single) = (evidence.Number($"mirage.toy.unseen.{length}"), evidence.Number("mirage.toy.unseen.1"));
        var measured =
            $"Largest step between models as a share of the whole change: accuracy of {length} tokens {NumberText.Value(accuracy)}, edit "
            + $"distance {NumberText.Value(smooth)}, multiple-choice grade {NumberText.Value(grade)}, ln(loss) "
            + $"{NumberText.Value(evidence.Number("mirage.toy.step.log-loss"))}. Length moves the curve of accuracy by "
            + $"{NumberText.Full(evidence.Number($"mirage.toy.shift.{length}"))} and leaves its width of "
            + $"{NumberText.Full(evidence.Number("mirage.toy.width"))} as it is. Shown as zero: {NumberText.Full(unseen)}, against "
            + $"{NumberText.Full(single)} at length 1.";
        if (!(straight.Value >= Straight)) return Verdict.Fails(measured);
        if (accuracy.Value >= Sharper * smooth.Value) return Verdict.Holds(measured);
        return unseen.Value > single.Value || grade.Value >= Sharper * smooth.Value ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }
}
