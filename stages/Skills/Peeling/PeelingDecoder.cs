using Research.Jobs;

namespace Research.Skills.Peeling;

/// <summary>
/// The D-skill learner on a graph (reference B8): presented with a text of 1 to D novel skills, it learns them all; a text
/// with more teaches nothing. Texts are presented until nothing changes, in synchronous rounds, whose trajectory is
/// density evolution's. What is learned in the end does not depend on the order. Time is linear in the edges: a skill's
/// texts are visited once, when it is learned, and a text's skills once, when it becomes learnable.
/// </summary>
/// <remarks>
/// In a round, numbers of texts and skills are first sent to the range of 65,536 nodes that they belong to and then handled
/// range by range: counters stay in the cache, and threads need no locks.
/// </remarks>
public static class PeelingDecoder
{
    /// <summary>Learns all that the texts can teach.</summary>
    /// <param name="graph">The texts.</param>
    /// <param name="limit">D: the most novel skills that a text may have to be learned from; at least 1.</param>
    /// <param name="known">Skills that the learner knows before; null for none.</param>
    /// <param name="frozen">
    /// Skills that it cannot learn: they stay novel wherever they appear, unless they are known. Null for none.
    /// </param>
    /// <param name="threads">Threads to share the work; the result does not depend on them.</param>
    /// <param name="cancellation">Stops between rounds.</param>
    /// <exception cref="InputException">The limit is below 1, or a set is of another number of skills.</exception>
    public static PeelingResult Peel(
        SkillTextGraph graph, int limit, SkillSet? known = null, SkillSet? frozen = null, int threads = 1,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        if (limit is < 1 or > SkillTextGraph.LargestText)
            throw new InputException($"a learner of {limit} skills at a time", "peeling", $"D lies in 1..{SkillTextGraph.LargestText}.");
        Require(known, graph);
        Require(frozen, graph);

        var rounds = new PeelingRounds(graph, limit, known, frozen, threads);
        var learned = new List<int> { known?.Count ?? 0 };
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var novel = rounds.Next();
            if (novel == 0) return new(rounds.Learned(), learned, rounds.UnfinishedTexts());
            learned.Add(learned[^1] + novel);
        }
    }

    private static void Require(SkillSet? set, SkillTextGraph graph)
    {
        if (set is not null && set.Skills != graph.Skills)
            throw new InputException(
                $"a set out of {set.Skills:N0} skills", "peeling", $"The graph has {graph.Skills:N0}: give a set out of as many.");
    }
}
