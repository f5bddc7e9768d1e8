using Research.Jobs;
using Research.Tables;

namespace Research.Skills.Mix;

/// <summary>The novelty bound with the paper's frequencies, by number of skills, and what it says of published success rates.</summary>
public static class SkillMixMeasurement
{
    /// <summary>Success rates of GPT-4 (Yu et al. 2023, read off its figures), by number of skills.</summary>
    private static readonly Dictionary<int, double> PublishedRates = new() { [5] = 0.12, [6] = 0.08 };

    /// <summary>Writes a row for each number of skills.</summary>
    /// <exception cref="InputException">A frequency is out of range.</exception>
    public static void Measure(SkillMixSpec item, Table<SkillMixRow> output, JobContext job) =>
        output.Write(Enumerable.Range(1, item.LargestTuple).Select(skills => Row(item, skills)));

    private static SkillMixRow Row(SkillMixSpec item, int skills)
    {
        var matching = NoveltyBound.Matching(skills, item.SkillShare, item.TopicShare, item.Texts);
        double? rate = PublishedRates.TryGetValue(skills, out var published) ? published : null;
        return new(
            skills, matching, NoveltyBound.RequiredRate(matching), rate,
            rate is { } of ? NoveltyBound.NovelShare(matching, of) : null);
    }
}
