using Research.Skills.Bounds;

namespace Research.Skills.Slingshot;

/// <summary>
/// How often pieces with a given tuple of skills fail. A piece is k' texts drawn independently; the skills at position i of its
/// texts are its i-th tuple. It fails if one of its texts does.
/// </summary>
internal sealed class TupleFailures
{
    private readonly int positions;
    private readonly int[] all;
    private readonly int[] passed;

    /// <summary>Counts the texts of a graph by skill and position.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="failed">Whether each text fails.</param>
    public TupleFailures(SkillGraph graph, ReadOnlySpan<bool> failed)
    {
        positions = graph.SkillsOfText;
        all = new int[graph.Skills * positions];
        passed = new int[all.Length];
        for (var text = 0; text < graph.Texts; text++)
        {
            var skills = graph.SkillsOf(text);
            for (var position = 0; position < positions; position++)
            {
                var place = skills[position] * positions + position;
                all[place]++;
                if (!failed[text]) passed[place]++;
            }
        }
    }

    /// <summary>
    /// Share of failed pieces among those that have the tuple, over all pieces that can be drawn: 1 - sum_i prod_j passed(s_j, i) / sum_i
    /// prod_j all(s_j, i); 0 if there is no such piece.
    /// </summary>
    public double Of(ReadOnlySpan<ushort> tuple)
    {
        var (pieces, good) = (0.0, 0.0);
        for (var position = 0; position < positions; position++)
        {
            var (any, right) = (1.0, 1.0);
            foreach (var skill in tuple)
            {
                any *= all[skill * positions + position];
                right *= passed[skill * positions + position];
            }

            pieces += any;
            good += right;
        }

        return pieces > 0 ? 1 - good / pieces : 0;
    }
}
