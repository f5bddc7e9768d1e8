using Research.Jobs;
using Research.Reporting.Numbers;

namespace Research.Reporting.Claims.Mirage;

/// <summary>Where curves over model scale come from: our own family of models, or scores that the user supplies.</summary>
/// <param name="Experiment">What its numbers begin with.</param>
/// <param name="Name">Its name in a sentence.</param>
internal sealed record CurveSource(string Experiment, string Name)
{
    /// <summary>The fewest sizes that make a curve.</summary>
    public const int FewestSizes = 4;

    private const string Sizes = "mirage.arithmetic.sizes";

    /// <summary>
    /// The sources that the run has. A family of four sizes or more was analyzed, or the numbers of it are lost, which is an error; supplied
    /// scores were imported or not.
    /// </summary>
    /// <exception cref="InputException">A family was trained and its curves are missing.</exception>
    public static IReadOnlyList<CurveSource> Of(Evidence evidence)
    {
        var sources = new List<CurveSource>();
        if (evidence.NumberOrNone(Sizes) is { Value: >= FewestSizes })
        {
            evidence.Number("mirage.score.scale.curves");
            if (evidence.Number("mirage.score.lost") is { Value: > 0 } lost)
            {
                throw new InputException(
                    $"{NumberText.Full(lost)} of the trained family are missing from the analysis", "mirage.score.lost",
                    "Look at the findings of SweepAnalyses; a claim is not judged on what happens to be left.");
            }

            sources.Add(new("mirage.score", "Our own models"));
        }

        if (evidence.NumberOrNone("mirage.imported.imported") is not null) sources.Add(new("mirage.imported", "The supplied scores"));
        return sources;
    }

    /// <summary>Why a run has no source.</summary>
    public static string Absence(Evidence evidence) =>
        (evidence.NumberOrNone(Sizes) is { } sizes
            ? $"The family of this run has {(int)sizes.Value} sizes, fewer than {FewestSizes}"
            : $"This run has no family of at least {FewestSizes} sizes")
        + "; ./build.sh Report --scores <file> takes scores of others.";

    /// <summary>What to know of curves that are in no count: empty if there are none.</summary>
    public string Lost(Evidence evidence) => evidence.Number($"{Experiment}.lost") is { Value: > 0 } lost
        ? $" ({NumberText.Full(lost)} were left out: too few points, or two models of one size)"
        : "";

    /// <summary>Every source, those with nothing to judge included: the verdict over what each meets, and all in words.</summary>
    /// <param name="judged">For each source 1 if it meets the claim, -1 if it contradicts it, 0 if neither; null if it has nothing to judge.</param>
    public static Verdict Judge(IReadOnlyList<(int? Sign, string Text)> judged)
    {
        var measured = string.Join(' ', judged.Select(source => source.Text));
        List<int> signs = [.. judged.Select(source => source.Sign).OfType<int>()];
        if (signs.Count == 0) return Verdict.NotTestable(measured);
        if (signs.Count == judged.Count && signs.TrueForAll(sign => sign > 0)) return Verdict.Holds(measured);
        return signs.TrueForAll(sign => sign < 0) ? Verdict.Fails(measured) : Verdict.HoldsInPart(measured);
    }
}
