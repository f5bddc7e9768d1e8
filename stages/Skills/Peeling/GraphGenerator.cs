using Research.Jobs;

namespace Research.Skills.Peeling;

/// <summary>Makes random graphs, in time linear in their edges.</summary>
public static class GraphGenerator
{
    /// <summary>Draws a graph.</summary>
    /// <param name="spec">Its sizes.</param>
    /// <param name="threads">Threads to share the work; the graph does not depend on them.</param>
    /// <exception cref="InputException">
    /// A value is out of range, or the graph and its decoder need more memory than there is; the message says how much.
    /// </exception>
    public static SkillTextGraph Generate(GraphSpec spec, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(spec);
        spec.Validate();
        GraphMemory.Require(spec, GraphMemory.Available());
        var sampler = new TextSampler(spec);
        var texts = new Adjacency((int)spec.Texts);
        DataRanges.ForEach(texts.Ranges.Length, threads, range =>
            texts.Ranges[range] = Draw(sampler, range << Adjacency.RangeBits, texts.LengthOf(range)));
        return new(texts, spec.Skills, threads);
    }

    private static AdjacencyRange Draw(TextSampler sampler, int first, int count)
    {
        var offsets = new int[count + 1];
        var skills = GC.AllocateUninitializedArray<int>((4 * count) + sampler.LargestText);
        for (var place = 0; place < count; place++)
        {
            if (skills.Length - offsets[place] < sampler.LargestText)
                Array.Resize(ref skills, (2 * skills.Length) + sampler.LargestText);
            offsets[place + 1] = offsets[place] + sampler.Draw(first + place, skills.AsSpan(offsets[place]));
        }

        Array.Resize(ref skills, offsets[count]);
        return new(offsets, skills);
    }
}
