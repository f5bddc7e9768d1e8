namespace Research.Languages.SkillTexts.Oracles;

/// <summary>
/// Reads counted texts one at a time, over and over: when the skills of a text that it does not know must all hide ones, or none of them
/// can, it knows them all. A text with a sole unknown skill is the case of the 1-skill learner, so it learns at least what that learner
/// does. All that one text tells about bits that are otherwise free, this reader takes.
/// </summary>
public static class CountingReader
{
    /// <summary>The bits that it knows in the end; the order of the texts does not matter. [skills]</summary>
    /// <param name="skills">Number of skills.</param>
    /// <param name="texts">Skills of each text, each once.</param>
    /// <param name="counts">How many of them hide a one, by text.</param>
    /// <exception cref="ArgumentException">The counts fit no bits, or are not one for each text.</exception>
    public static int?[] Read(int skills, IReadOnlyList<int[]> texts, IReadOnlyList<int> counts)
    {
        if (counts.Count != texts.Count) throw new ArgumentException($"There are {counts.Count} counts for {texts.Count} texts.", nameof(counts));
        var known = new int?[skills];
        for (var learned = true; learned;)
        {
            learned = false;
            for (var t = 0; t < texts.Count; t++) learned |= Learn(texts[t], counts[t], known);
        }

        return known;
    }

    private static bool Learn(int[] text, int count, int?[] known)
    {
        var unknown = 0;
        foreach (var skill in text)
        {
            if (known[skill] is { } bit) count -= bit;
            else unknown++;
        }

        if (count < 0 || count > unknown) throw new ArgumentException("The counts fit no bits.");
        if (unknown == 0 || (count > 0 && count < unknown)) return false;
        foreach (var skill in text) known[skill] ??= count == 0 ? 0 : 1;
        return true;
    }
}
