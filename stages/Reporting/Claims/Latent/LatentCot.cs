using Research.Reporting.Numbers;
using Research.Tables;

namespace Research.Reporting.Claims.Latent;

/// <summary>
/// Jiang 2023, section 6: steps make a rare transition likely. On pairs of nodes that no document holds together, the value of one is
/// estimated from the other. Numbers, one for each language in which at least half of the documents hold their steps; intervals over seeds,
/// over questions if there is one seed:
/// <list type="table">
/// <item><term><c>latent.cot.gain.scaffolded.{language}</c>, <c>latent.cot.gain.free.{language}</c></term><description>nats: KL to the exact
/// conditional of the direct estimate minus that of the estimate along given steps, and along steps that the model writes
/// itself; paired by question.</description></item>
/// <item><term><c>latent.cot.trend.scaffolded.{language}</c>, <c>latent.cot.trend.free.{language}</c></term><description>nats per step: slope of
/// that difference over the number of steps.</description></item>
/// <item><term><c>latent.cot.neighbors.{language}</c></term><description>nats: KL to the exact conditional of the direct estimate between
/// neighbors, which documents tell: what the models have learned of single steps.</description></item>
/// </list>
/// </summary>
public sealed class LatentCot : Claim
{
    /// <summary>The largest KL between neighbors, in nats, of models that have learned single steps; quoted in the rules.</summary>
    internal const double Learned = 0.1;

    private static readonly string[] Ways = ["scaffolded", "free"];

    /// <inheritdoc />
    public override string Id => "latent.cot";

    /// <inheritdoc />
    public override string Statement =>
        "Chain of thought: an answer that is rare after the question alone becomes likely through intermediate steps, the more so the more "
        + "steps lie between.";

    /// <inheritdoc />
    public override Citation Source => Papers.Jiang2023.Section("6");

    /// <inheritdoc />
    public override string Rule =>
        "Judged on pairs that no document holds together, in every language in which at least half of the documents hold their steps. Steps "
        + "help in a language if the KL of the direct estimate minus that with steps is above 0 (lower end of the interval) for given steps "
        + "and for steps that the model writes itself. Holds if they help in every language and both differences grow with the number of "
        + "steps (lower end of the slope above 0) in every one. In part if they help in some language. Else fails. Languages whose models have "
        + "not learned single steps (KL between neighbors above 0.1 nats) are not judged; not testable without another.";

    /// <inheritdoc />
    public override Verdict Judge(Evidence evidence)
    {
        var measurable = evidence.Family("latent.cot.gain.scaffolded.").Select(entry => entry.Of).ToList();
        var languages = measurable.FindAll(of => evidence.Number($"latent.cot.neighbors.{of}").Value <= Learned);
        if (languages.Count == 0)
        {
            var best = measurable.Select(of => evidence.Number($"latent.cot.neighbors.{of}")).MinBy(number => number.Value)!;
            return Verdict.NotTestable($"The models have not learned single steps: KL between neighbors at least {NumberText.Full(best)}.");
        }

        var gains = Ways.SelectMany(way => languages.Select(of => new Measured(of, way, evidence.Number($"latent.cot.gain.{way}.{of}")))).ToList();
        var trends = Ways.SelectMany(way => languages.Select(of => new Measured(of, way, evidence.Number($"latent.cot.trend.{way}.{of}")))).ToList();
        var helped = languages.Count(of => gains.TrueForAll(gain => gain.Language != of || gain.IsPositive));
        var growing = languages.Count(of => trends.TrueForAll(trend => trend.Language != of || trend.IsPositive));
        var least = gains.MinBy(gain => gain.Number.Lower())!;
        var flattest = trends.MinBy(trend => trend.Number.Lower())!;
        var measured =
            $"Steps help in {helped} of {languages.Count} languages; least in {least.Language}, {least.Way}: {NumberText.Full(least.Number)}. The "
            + $"difference grows with the number of steps in {growing}; slowest in {flattest.Language}, {flattest.Way}: "
            + $"{NumberText.Full(flattest.Number)}."
            + (languages.Count < measurable.Count ? $" In {measurable.Count - languages.Count} more the models have not learned single steps." : "");
        if (helped == languages.Count && growing == languages.Count) return Verdict.Holds(measured);
        return helped > 0 ? Verdict.HoldsInPart(measured) : Verdict.Fails(measured);
    }

    private sealed record Measured(string Language, string Way, Number Number)
    {
        public bool IsPositive => Number.Lower() > 0;
    }
}
