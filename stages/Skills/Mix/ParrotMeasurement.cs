using System.Collections;
using System.Numerics;
using Research.Jobs;
using Research.Numerics;
using Research.Tables;

namespace Research.Skills.Mix;

/// <summary>
/// Counts what a corpus holds: a parrot repeats just that, so its successes are never novel. The novelty bound is sound
/// for a corpus that holds at most the share of combinations that it allows.
/// </summary>
public static class ParrotMeasurement
{
    /// <summary>Writes a row for each corpus.</summary>
    /// <exception cref="InputException">A quantity of the corpus is out of range.</exception>
    public static void Measure(ParrotSpec item, Table<ParrotRow> output, JobContext job)
    {
        item.Validate();
        output.Write(Enumerable.Range(0, item.Corpora).Select(corpus =>
        {
            job.Report(corpus, item.Corpora, "corpora");
            return Count(item, corpus);
        }));
    }

    /// <summary>Draws a corpus and counts its combinations.</summary>
    internal static ParrotRow Count(ParrotSpec item, int corpus)
    {
        var draws = new PhiloxStream(new Philox(item.Seed, "skills/parrot"), step: (uint)corpus);
        var cube = item.Skills * item.Skills * item.Skills;
        var seen = new BitArray(cube * item.Topics);
        long matches = 0;
        for (var text = 0; text < item.Texts; text++)
        {
            var topic = draws.Below(item.Topics);
            if (draws.UniformDouble() >= item.RichShare) continue;
            ulong held = 0;
            for (var skill = 0; skill < item.Skills; skill++)
                if (draws.UniformDouble() < item.SkillShare / item.RichShare) held |= 1UL << skill;
            for (var a = held; a != 0; a &= a - 1)
            for (var b = a & (a - 1); b != 0; b &= b - 1)
            for (var c = b & (b - 1); c != 0; c &= c - 1)
            {
                var (i, j, k) = (BitOperations.TrailingZeroCount(a), BitOperations.TrailingZeroCount(b), BitOperations.TrailingZeroCount(c));
                seen[topic * cube + (i * item.Skills + j) * item.Skills + k] = true;
                matches++;
            }
        }

        var combinations = item.Skills * (item.Skills - 1) * (item.Skills - 2) / 6 * item.Topics;
        var distinct = 0;
        for (var index = 0; index < seen.Length; index++)
            if (seen[index]) distinct++;
        return new(
            item.RichShare, corpus, combinations, matches, distinct,
            NoveltyBound.Matching(ParrotSpec.Tuple, item.SkillShare, 1.0 / item.Topics, item.Texts));
    }
}
