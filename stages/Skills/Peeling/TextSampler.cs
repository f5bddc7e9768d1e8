using Research.Numerics;

namespace Research.Skills.Peeling;

/// <summary>
/// Draws the texts of a random graph. Each text is a function of its number alone: it can be drawn in any order, and texts
/// that are added leave the others as they are. A skill drawn twice counts once.
/// </summary>
public sealed class TextSampler
{
    private readonly Philox source;
    private readonly PoissonTable[][] sizes;
    private readonly SkillDraw[][] draws;
    private readonly int[] ends;

    /// <summary>A sampler of these texts.</summary>
    /// <exception cref="Jobs.InputException">A value of the spec is out of range.</exception>
    public TextSampler(GraphSpec spec)
    {
        spec.Validate();
        source = new Philox(spec.Seed, "skills/graph");
        draws = [.. spec.Classes.Select(each => each.Draws.ToArray())];
        sizes = [.. draws.Select(each => each.Select(draw => new PoissonTable(draw.Mean)).ToArray())];
        ends = new int[draws.Length];
        for (int i = 0, end = 0; i < ends.Length; i++) ends[i] = end += spec.Classes[i].Texts;
        LargestText = sizes.Length == 0 ? 0 : sizes.Max(each => each.Sum(size => size.Largest));
    }

    /// <summary>The most skills that a text can have: the length that <see cref="Draw"/> needs.</summary>
    public int LargestText { get; }

    /// <summary>Draws the skills of a text, in no particular order.</summary>
    /// <param name="text">Its number: the texts of the first class come first.</param>
    /// <param name="skills">Receives them; at least <see cref="LargestText"/> long.</param>
    /// <returns>How many there are.</returns>
    public int Draw(int text, Span<int> skills)
    {
        var kind = 0;
        while (text >= ends[kind]) kind++;
        var count = 0;
        for (var draw = 0; draw < draws[kind].Length; draw++)
            count = Append(text, (uint)draw, sizes[kind][draw], draws[kind][draw], skills, count);
        return count;
    }

    private int Append(int text, uint draw, PoissonTable sizes, SkillDraw of, Span<int> skills, int count)
    {
        // Word 0 of the text's first block says how many; the words after it say which.
        var block = source.Block(0, (uint)text, draw);
        var size = sizes.Draw(block.W0);
        var first = count;
        for (var i = 1; i <= size; i++)
        {
            var word = (i & 3) switch
            {
                0 => (block = source.Block((uint)i >> 2, (uint)text, draw)).W0,
                1 => block.W1,
                2 => block.W2,
                _ => block.W3,
            };
            var skill = of.First + (int)(((ulong)word * (uint)of.Count) >> 32);
            var same = first;
            while (same < count && skills[same] != skill) same++;
            if (same == count) skills[count++] = skill;
        }

        return count;
    }
}
