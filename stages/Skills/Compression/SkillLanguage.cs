using System.Text;
using Research.Jobs;
using Research.Numerics;

namespace Research.Skills.Compression;

/// <summary>
/// Texts that show skills in words, so that there is something to compress: every skill has several words of three letters, a
/// text has one of them for each of its skills, in any order. Texts with the same skills mean the same.
/// </summary>
public sealed class SkillLanguage
{
    /// <summary>Words that mean one skill.</summary>
    public const int Synonyms = 16;

    /// <summary>Skills for which there are words of three letters.</summary>
    public const int MostSkills = Letters * Letters * Letters / Synonyms;

    private const int Letters = 26;
    private const int WordLength = 3;

    // Coprime to the number of words: neighbors in number are no neighbors in spelling.
    private const int Stride = 10_007;

    /// <summary>A language.</summary>
    /// <exception cref="InputException">There are more skills than words.</exception>
    public SkillLanguage(int skills)
    {
        if (skills is < 1 or > MostSkills)
            throw new InputException($"{skills:N0} skills", "language of skills", $"Give 1 to {MostSkills:N0}: there are no more words.");
        Skills = skills;
    }

    /// <summary>Number of skills.</summary>
    public int Skills { get; }

    /// <summary>Writes a text.</summary>
    /// <param name="skills">The skills that it shows.</param>
    /// <param name="draws">Choose words and their order.</param>
    public static string Write(ReadOnlySpan<int> skills, ref PhiloxStream draws)
    {
        var order = skills.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = draws.Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        var text = new StringBuilder();
        foreach (var skill in order)
        {
            if (text.Length > 0) text.Append(' ');
            var word = ((skill * Synonyms) + draws.Below(Synonyms)) * Stride % (Letters * Letters * Letters);
            for (var divisor = Letters * Letters; divisor > 0; divisor /= Letters) text.Append((char)('a' + (word / divisor % Letters)));
        }

        return text.ToString();
    }

    /// <summary>The skills that a text shows, in ascending order: its meaning.</summary>
    /// <exception cref="InputException">A word means nothing.</exception>
    public int[] Read(string text)
    {
        var skills = new SortedSet<int>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            skills.Add(Meaning(word));
        return [.. skills];
    }

    private int Meaning(string word)
    {
        var number = 0;
        foreach (var letter in word)
            number = word.Length == WordLength && char.IsAsciiLetterLower(letter) ? (number * Letters) + (letter - 'a') : int.MaxValue / Letters / 2;
        const int Words = Letters * Letters * Letters;
        var skill = number < Words ? (int)((long)number * Inverse % Words) / Synonyms : Skills;
        return skill < Skills
            ? skill
            : throw new InputException($"the word '{word}' means no skill", "language of skills", "Write with words of the language.");
    }

    /// <summary>Undoes the stride: the number whose product with it leaves 1.</summary>
    private static long Inverse { get; } = InverseOf(Stride, Letters * Letters * Letters);

    private static long InverseOf(long value, long modulus)
    {
        long inverse = 1;
        while (value * inverse % modulus != 1) inverse++;
        return inverse;
    }
}
