using Research.Jobs;
using Research.Numerics.Statistics;
using Research.Summaries;
using Research.Tables;

namespace Research.Skills.Mix;

/// <summary>What the novelty bound says of the published success rates, and whether corpora of known content keep it.</summary>
public static class SkillMixSummary
{
    /// <summary>Summarizes the bound by number of skills, and the corpora by richness.</summary>
    public static void Summarize(
        SummarySpec item, IReadOnlyList<Table<SkillMixRow>> skillMix, IReadOnlyList<Table<ParrotRow>> parrots, Table<Number> output, JobContext job) =>
        output.Write(
        [
            .. skillMix.SelectMany(table => table.Read()).Where(row => row.PublishedRate is not null).SelectMany(row => OfPublished(item.Experiment, row)),
            .. parrots.SelectMany(table => OfCorpora(item.Experiment, [.. table.Read()])),
        ]);

    private static IEnumerable<Number> OfPublished(string experiment, SkillMixRow row)
    {
        Number Of(string quantity, double value, string unit) => new($"{experiment}.{quantity}.k{row.Skills}", value, unit, null, null, 1);
        yield return Of("matching", row.Matching, "texts");
        yield return Of("rate", row.PublishedRate!.Value, "share");
        yield return Of("novel", row.NovelShare!.Value, "share");
    }

    private static IEnumerable<Number> OfCorpora(string experiment, List<ParrotRow> rows)
    {
        var kind = rows[0].RichShare < 1 ? "uneven" : "independent";
        yield return StudentInterval.OfMean([.. rows.Select(row => row.SeenShare)]).ToNumber($"{experiment}.seen.{kind}", "share");
        yield return new($"{experiment}.bound.{kind}", rows[0].BoundedSeen, "share", null, null, 1);
        var above = rows.Count(row => row.SeenShare > row.BoundedSeen);
        yield return new($"{experiment}.violations.{kind}", above, "of corpora", null, null, rows.Count);
    }
}
