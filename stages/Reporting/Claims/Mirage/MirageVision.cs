using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Mirage;

/// <summary>
/// Schaeffer, Miranda and Koyejo 2023, section 5 and appendix B: emergence can be induced in networks of images by the choice of the
/// metric. Numbers, for each <c>{family}</c> of <c>autoencoder</c>, <c>lenet</c>, <c>sequences</c>, on glyphs:
/// <list type="table">
/// <item><term><c>mirage.vision.{family}.hidden.glyphs</c></term><description>share: how much of its whole progress over sizes the smooth
/// metric has made before the sharp one has left the lowest tenth of its own; over seeds.</description></item>
/// <item><term><c>mirage.vision.{family}.score-above.glyphs</c></term><description>of seeds: those in which the emergence score of the sharp
/// metric is above that of the smooth one.</description></item>
/// <item><term><c>mirage.vision.{family}.step.smooth.glyphs</c>, <c>.step.sharp.glyphs</c></term><description>share of a metric's whole change
/// that lies in its largest step between neighboring sizes.</description></item>
/// <item><term><c>mirage.vision.{family}.sizes.glyphs</c></term><description>sizes.</description></item>
/// </list>
/// </summary>
public sealed class MirageVision : Claim
{
    private const double Floor = 0.1;
    private const int FewestSeeds = 3;
    private const int FewestSizes = 5;

    private static readonly (string Id, string Name)[] Families =
        [("autoencoder", "Autoencoders"), ("lenet", "Convolutional networks"), ("sequences", "Transformers on sequences")];

    /// <inheritdoc />
    public override string Id => "mirage.vision";

    /// <inheritdoc />
    public override string Statement =>
        "Abilities that nobody calls emergent, of networks that see images, can be made to look emergent by the choice of the metric alone.";

    /// <inheritdoc />
    public override Citation Source => Papers.Schaeffer2023.Section("5, appendix B");

    /// <inheritdoc />
    public override string Rule =>
        "In each of three families of models the same outputs are scored by a smooth and a sharp metric: squared error and the share of "
        + "images with an error below c (c: the median error of the largest model but one); accuracy and the share of five images that are "
        + "all right, twice. Emergence is induced in a family if more than a tenth of the smooth metric's progress over sizes is made "
        + "before the sharp one has left the lowest tenth of its own (lower end of the interval over seeds above 10 %; if one metric is "
        + "linear in the other it cannot be more). Holds if that is so in all three and, in all three, the emergence score of the sharp "
        + "metric is above that of the smooth one in every seed, an infinite score being above every other. In part if it is induced in at "
        + "least one. Else fails. Not testable with fewer than 3 seeds or 5 sizes.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var families = Families.Select(family => (family.Name, Hidden: Of(family.Id, "hidden"), Above: Of(family.Id, "score-above"),
            Smooth: Of(family.Id, "step.smooth"), Sharp: Of(family.Id, "step.sharp"), Sizes: Of(family.Id, "sizes"))).ToList();
        var (seeds, sizes) = (families.Min(family => family.Hidden.N), families.Min(family => (int)family.Sizes.Value));
        if (seeds < FewestSeeds || sizes < FewestSizes)
            return Verdict.NotTestable($"The smallest family has {sizes} sizes, by {seeds} {(seeds == 1 ? "seed" : "seeds")}.");

        var measured = string.Join(" ", families.Select(family =>
            $"{family.Name}: {NumberText.Full(family.Hidden)} of the progress is hidden by the sharp metric; its emergence score is above the "
            + $"smooth one's in {NumberText.Full(family.Above)}; its largest step is {NumberText.Value(family.Sharp)} of the whole, against "
            + $"{NumberText.Value(family.Smooth)}."));
        var induced = families.Count(family => family.Hidden.Lower() > Floor);
        if (induced == 0) return Verdict.Fails(measured);
        return induced == families.Count && families.All(family => (int)family.Above.Value == family.Above.N)
            ? Verdict.Holds(measured)
            : Verdict.HoldsInPart(measured);

        Number Of(string family, string quantity) => evidence.Number($"mirage.vision.{family}.{quantity}.glyphs");
    }
}
