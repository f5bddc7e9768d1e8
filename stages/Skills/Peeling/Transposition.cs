namespace Research.Skills.Peeling;

/// <summary>
/// From the skills of every text to the texts of every skill, in time linear in the edges: edges are first dealt to the
/// ranges of their skills, which writes to a few places at a time, and then sorted by counting inside each range, which
/// stays in the cache. The texts of a skill come out in ascending order.
/// </summary>
internal static class Transposition
{
    public static Adjacency Of(Adjacency texts, int skills, int threads)
    {
        var result = new Adjacency(skills);
        int textRanges = texts.Ranges.Length, skillRanges = result.Ranges.Length;
        var places = new int[textRanges][];
        DataRanges.ForEach(textRanges, threads, range => places[range] = Count(texts.Ranges[range].Neighbors, skillRanges));

        var edges = new ulong[skillRanges][];
        for (var skillRange = 0; skillRange < skillRanges; skillRange++)
        {
            var total = 0;
            foreach (var counts in places)
                (counts[skillRange], total) = (total, checked(total + counts[skillRange]));
            edges[skillRange] = GC.AllocateUninitializedArray<ulong>(total);
        }

        DataRanges.ForEach(textRanges, threads, range => Deal(texts.Ranges[range], range << Adjacency.RangeBits, places[range], edges));
        DataRanges.ForEach(skillRanges, threads, range =>
        {
            result.Ranges[range] = Sort(edges[range], result.LengthOf(range));
            edges[range] = [];
        });
        return result;
    }

    private static int[] Count(int[] skills, int ranges)
    {
        var counts = new int[ranges];
        foreach (var skill in skills) counts[skill >> Adjacency.RangeBits]++;
        return counts;
    }

    /// <summary>Writes each edge to its skill's range: text in the high half, the skill's place in the low half.</summary>
    private static void Deal(AdjacencyRange texts, int firstText, int[] places, ulong[][] edges)
    {
        var (offsets, skills) = (texts.Offsets, texts.Neighbors);
        for (var place = 0; place + 1 < offsets.Length; place++)
        {
            var text = (ulong)(firstText + place) << 32;
            for (var i = offsets[place]; i < offsets[place + 1]; i++)
            {
                var skill = skills[i];
                var range = skill >> Adjacency.RangeBits;
                edges[range][places[range]++] = text | (uint)(skill & (Adjacency.RangeLength - 1));
            }
        }
    }

    private static AdjacencyRange Sort(ulong[] edges, int skills)
    {
        // One place further than usual: after the texts are placed, each offset has moved to where its skill begins.
        var offsets = new int[skills + 2];
        foreach (var edge in edges) offsets[(uint)edge + 2]++;
        for (var i = 2; i < offsets.Length; i++) offsets[i] += offsets[i - 1];
        var texts = GC.AllocateUninitializedArray<int>(edges.Length);
        foreach (var edge in edges) texts[offsets[(uint)edge + 1]++] = (int)(edge >> 32);
        return new(offsets[..^1], texts);
    }
}
