namespace Research.Skills.Peeling;

/// <summary>The state of a peeling between two rounds.</summary>
internal sealed class PeelingRounds
{
    /// <summary>Below so many edges in a round, threads cost more than they bring.</summary>
    private const int FewestToShare = 20_000;

    /// <summary>Parts that a side's ranges are dealt to for sending.</summary>
    private const int MostParts = 16;

    private readonly Adjacency texts;
    private readonly Adjacency skills;
    private readonly int limit;
    private readonly int threads;
    private readonly double edgesOfSkill;
    private readonly SkillSet? frozen;

    // Skills that are known or cannot be learned; unknown skills of each text, those that cannot be learned included.
    private readonly SkillSet closed;
    private readonly ushort[][] novel;

    // By range: texts that have become learnable, and skills that have just been learned.
    private readonly GrowingList<ushort>[] learnable;
    private readonly GrowingList<ushort>[] learned;
    private readonly Mail toSkills;
    private readonly Mail toTexts;
    private readonly int textParts;
    private readonly int skillParts;

    public PeelingRounds(SkillTextGraph graph, int limit, SkillSet? known, SkillSet? frozen, int threads)
    {
        (texts, skills, this.limit, this.threads) = (graph.SkillsOfTexts, graph.TextsOfSkills, limit, threads);
        edgesOfSkill = (double)graph.Edges / graph.Skills;
        closed = known?.Copy() ?? new SkillSet(graph.Skills);
        learnable = Lists(texts.Ranges.Length);
        learned = Lists(skills.Ranges.Length);
        textParts = Math.Min(MostParts, learnable.Length);
        skillParts = Math.Min(MostParts, learned.Length);
        toSkills = new(textParts, learned.Length);
        toTexts = new(skillParts, learnable.Length);
        novel = new ushort[learnable.Length][];
        DataRanges.ForEach(novel.Length, threads, range => novel[range] = Count(range, known));
        if (frozen is null) return;
        this.frozen = frozen.Copy();
        for (var i = 0; i < closed.Words.Length; i++)
        {
            this.frozen.Words[i] &= ~closed.Words[i];
            closed.Words[i] |= frozen.Words[i];
        }
    }

    /// <summary>Learns from every text that is learnable now.</summary>
    /// <returns>How many skills were learned.</returns>
    public int Next()
    {
        var sharing = Total(learnable) * limit < FewestToShare ? 1 : threads;
        DataRanges.ForEach(textParts, sharing, SendSkills);
        DataRanges.ForEach(learned.Length, sharing, Learn);
        var count = Total(learned);
        sharing = count * edgesOfSkill < FewestToShare ? 1 : threads;
        DataRanges.ForEach(skillParts, sharing, SendTexts);
        DataRanges.ForEach(learnable.Length, sharing, Update);
        return (int)count;
    }

    /// <summary>The skills known now.</summary>
    public SkillSet Learned()
    {
        var set = closed.Copy();
        if (frozen is not null)
            for (var i = 0; i < set.Words.Length; i++)
                set.Words[i] &= ~frozen.Words[i];
        return set;
    }

    /// <summary>Texts with an unknown skill.</summary>
    public int UnfinishedTexts()
    {
        var count = 0;
        foreach (var range in novel)
            foreach (var skillsOfText in range)
                if (skillsOfText > 0) count++;
        return count;
    }

    private static GrowingList<ushort>[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new GrowingList<ushort>())];

    private static long Total(GrowingList<ushort>[] lists)
    {
        var total = 0L;
        foreach (var list in lists) total += list.Count;
        return total;
    }

    private ushort[] Count(int range, SkillSet? known)
    {
        var (offsets, members) = texts.Ranges[range];
        var counts = new ushort[offsets.Length - 1];
        for (var place = 0; place < counts.Length; place++)
        {
            var count = offsets[place + 1] - offsets[place];
            if (known is not null)
                for (var i = offsets[place]; i < offsets[place + 1]; i++)
                    if (SkillSet.Has(known.Words, members[i])) count--;
            counts[place] = (ushort)count;
            if (count > 0 && count <= limit) learnable[range].Add((ushort)place);
        }

        return counts;
    }

    /// <summary>The unknown skills of learnable texts, to the ranges of these skills.</summary>
    private void SendSkills(int part)
    {
        var boxes = toSkills.From(part);
        Span<int> begins = stackalloc int[AdjacencyRange.Batch], ends = stackalloc int[AdjacencyRange.Batch];
        int batch;
        for (var range = part; range < learnable.Length; range += textParts)
        {
            var members = texts.Ranges[range].Neighbors;
            for (var places = learnable[range].Items; !places.IsEmpty; places = places[batch..])
            {
                batch = Math.Min(places.Length, AdjacencyRange.Batch);
                texts.Ranges[range].Find(places[..batch], begins, ends);
                for (var k = 0; k < batch; k++)
                {
                    for (var i = begins[k]; i < ends[k]; i++)
                    {
                        var skill = members[i];
                        if (!SkillSet.Has(closed.Words, skill)) boxes[skill >> Adjacency.RangeBits].Add(Adjacency.PlaceOf(skill));
                    }
                }
            }

            learnable[range].Clear();
        }
    }

    private void Learn(int range)
    {
        learned[range].Clear();
        for (var part = 0; part < textParts; part++)
        {
            var box = toSkills.Box(part, range);
            foreach (var place in box.Items)
                if (SkillSet.Put(closed.Words, (range << Adjacency.RangeBits) + place)) learned[range].Add(place);
            box.Clear();
        }
    }

    /// <summary>The texts of skills just learned, to the ranges of these texts.</summary>
    private void SendTexts(int part)
    {
        var boxes = toTexts.From(part);
        Span<int> begins = stackalloc int[AdjacencyRange.Batch], ends = stackalloc int[AdjacencyRange.Batch];
        int batch;
        for (var range = part; range < learned.Length; range += skillParts)
        {
            var members = skills.Ranges[range].Neighbors;
            for (var places = learned[range].Items; !places.IsEmpty; places = places[batch..])
            {
                batch = Math.Min(places.Length, AdjacencyRange.Batch);
                skills.Ranges[range].Find(places[..batch], begins, ends);
                for (var k = 0; k < batch; k++)
                {
                    for (var i = begins[k]; i < ends[k]; i++)
                        boxes[members[i] >> Adjacency.RangeBits].Add(Adjacency.PlaceOf(members[i]));
                }
            }
        }
    }

    private void Update(int range)
    {
        var counts = novel[range];
        for (var part = 0; part < skillParts; part++)
        {
            var box = toTexts.Box(part, range);
            foreach (var place in box.Items)
                if (--counts[place] == limit) learnable[range].Add(place);
            box.Clear();
        }
    }
}
