namespace Research.Languages.SkillTexts.Oracles;

/// <summary>
/// Reads counted texts as linear equations, all at once: a skill's bit is known if the equations alone determine it, by Gauss's elimination
/// modulo the prime 2^31 - 1 (which no count reaches). It does not use that bits are 0 or 1; an ideal reader, who does, knows
/// at least as much.
/// </summary>
public static class LinearReader
{
    private const ulong Prime = int.MaxValue;

    /// <summary>The bits that it knows. [skills]</summary>
    /// <param name="skills">Number of skills.</param>
    /// <param name="texts">Skills of each text, each once.</param>
    /// <param name="counts">How many of them hide a one, by text.</param>
    /// <exception cref="ArgumentException">The counts fit no bits, or are not one for each text.</exception>
    public static int?[] Read(int skills, IReadOnlyList<int[]> texts, IReadOnlyList<int> counts)
    {
        if (counts.Count != texts.Count) throw new ArgumentException($"There are {counts.Count} counts for {texts.Count} texts.", nameof(counts));

        // Rows in reduced echelon form, by their leading skill; the count is the last element.
        var rows = new ulong[skills][];
        for (var t = 0; t < texts.Count; t++) Add(rows, Row(skills, texts[t], counts[t]));
        var known = new int?[skills];
        for (var skill = 0; skill < skills; skill++)
            if (rows[skill] is { } row && !row.AsSpan(skill + 1, skills - skill - 1).ContainsAnyExcept(0UL)) known[skill] = (int)row[skills];
        return known;
    }

    private static ulong[] Row(int skills, int[] text, int count)
    {
        var row = new ulong[skills + 1];
        foreach (var skill in text) row[skill] = 1;
        row[skills] = (ulong)count;
        return row;
    }

    private static void Add(ulong[]?[] rows, ulong[] row)
    {
        var skills = rows.Length;
        for (var skill = 0; skill < skills; skill++)
            if (row[skill] != 0 && rows[skill] is { } other) Subtract(row, other, skill);
        var leading = row.AsSpan(0, skills).IndexOfAnyExcept(0UL);
        if (leading < 0)
        {
            if (row[skills] != 0) throw new ArgumentException("The counts fit no bits.");
            return;
        }

        var inverse = Inverse(row[leading]);
        for (var i = leading; i <= skills; i++) row[i] = row[i] * inverse % Prime;
        foreach (var other in rows)
            if (other is not null && other[leading] != 0) Subtract(other, row, leading);
        rows[leading] = row;
    }

    /// <summary>Takes so much of another row away that the element at a skill, 1 in the other, becomes 0.</summary>
    private static void Subtract(ulong[] row, ulong[] other, int skill)
    {
        var factor = Prime - row[skill];
        for (var i = skill; i < row.Length; i++) row[i] = (row[i] + factor * other[i]) % Prime;
    }

    /// <summary>value^(Prime - 2), by Fermat.</summary>
    private static ulong Inverse(ulong value)
    {
        var result = 1UL;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1, value = value * value % Prime)
            if ((exponent & 1) == 1) result = result * value % Prime;
        return result;
    }
}
