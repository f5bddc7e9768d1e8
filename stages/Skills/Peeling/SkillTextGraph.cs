using Research.Jobs;

namespace Research.Skills.Peeling;

/// <summary>
/// The bipartite graph of skills and texts (Liao, Chang and Hong 2024; Arora and Goyal 2023): which skills each text needs.
/// A text is a set of skills. Skills and texts are numbered from 0.
/// </summary>
public sealed class SkillTextGraph
{
    /// <summary>The most skills of one text: novel skills are counted in 16 bits.</summary>
    public const int LargestText = ushort.MaxValue;

    internal SkillTextGraph(Adjacency skillsOfTexts, int skills, int threads)
    {
        SkillsOfTexts = skillsOfTexts;
        TextsOfSkills = Transposition.Of(skillsOfTexts, skills, threads);
        Edges = skillsOfTexts.Edges;
    }

    /// <summary>Number of skills.</summary>
    public int Skills => TextsOfSkills.Nodes;

    /// <summary>Number of texts.</summary>
    public int Texts => SkillsOfTexts.Nodes;

    /// <summary>Number of edges: the sizes of all texts together.</summary>
    public long Edges { get; }

    internal Adjacency SkillsOfTexts { get; }

    internal Adjacency TextsOfSkills { get; }

    /// <summary>A graph given text by text.</summary>
    /// <param name="skills">Number of skills, at least 1.</param>
    /// <param name="texts">The skills of each text, in any order; one named twice counts once.</param>
    /// <exception cref="InputException">A text names a skill that does not exist, or has too many.</exception>
    public static SkillTextGraph Of(int skills, IReadOnlyList<IReadOnlyList<int>> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (skills < 1) throw new InputException($"there are {skills} skills", "skill-text graph", "Give at least 1.");
        var adjacency = new Adjacency(texts.Count);
        for (var range = 0; range < adjacency.Ranges.Length; range++)
        {
            var offsets = new int[adjacency.LengthOf(range) + 1];
            var members = new List<int>();
            for (var place = 0; place + 1 < offsets.Length; place++)
            {
                var text = (range << Adjacency.RangeBits) + place;
                members.AddRange(Checked(texts[text], text, skills));
                offsets[place + 1] = members.Count;
            }

            adjacency.Ranges[range] = new(offsets, [.. members]);
        }

        return new(adjacency, skills, threads: 1);
    }

    /// <summary>The skills of a text.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such text.</exception>
    public ReadOnlySpan<int> SkillsOf(int text) => SkillsOfTexts.Of(text);

    /// <summary>The texts that need a skill, in ascending order.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such skill.</exception>
    public ReadOnlySpan<int> TextsOf(int skill) => TextsOfSkills.Of(skill);

    private static List<int> Checked(IReadOnlyList<int> text, int number, int skills)
    {
        foreach (var skill in text)
        {
            if (skill < 0 || skill >= skills)
                throw new InputException(
                    $"it names skill {skill}", $"text {number} of a skill-text graph", $"Skills are numbered 0 to {skills - 1}.");
        }

        var distinct = text.Distinct().ToList();
        return distinct.Count <= LargestText
            ? distinct
            : throw new InputException(
                $"it has {distinct.Count:N0} skills", $"text {number} of a skill-text graph", $"A text holds at most {LargestText:N0}.");
    }
}
