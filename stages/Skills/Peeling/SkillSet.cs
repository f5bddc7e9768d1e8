using System.Numerics;

namespace Research.Skills.Peeling;

/// <summary>A set of skills, one bit for each skill.</summary>
/// <param name="skills">Skills there are: members lie in 0..skills-1.</param>
public sealed class SkillSet(int skills)
{
    /// <summary>Bits, 64 a word; the last word's surplus bits are 0.</summary>
    internal ulong[] Words { get; } = new ulong[(skills + 63L) / 64];

    /// <summary>Skills there are, members or not.</summary>
    public int Skills { get; } = skills;

    /// <summary>Members.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Words) count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>The skills from <paramref name="first"/> on, <paramref name="count"/> of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range leaves 0..skills-1.</exception>
    public static SkillSet Range(int skills, int first, int count)
    {
        var set = new SkillSet(skills);
        for (var skill = first; skill < first + count; skill++) set.Add(skill);
        return set;
    }

    /// <summary>A copy that changes on its own.</summary>
    public SkillSet Copy()
    {
        var copy = new SkillSet(Skills);
        Words.CopyTo(copy.Words, 0);
        return copy;
    }

    /// <summary>Whether a skill is a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The skill is not one of 0..skills-1.</exception>
    public bool Contains(int skill)
    {
        Require(skill);
        return Has(Words, skill);
    }

    /// <summary>Makes a skill a member; says whether it was none before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The skill is not one of 0..skills-1.</exception>
    public bool Add(int skill)
    {
        Require(skill);
        return Put(Words, skill);
    }

    internal static bool Has(ulong[] words, int skill) => (words[skill >> 6] >> (skill & 63) & 1) != 0;

    internal static bool Put(ulong[] words, int skill)
    {
        ref var word = ref words[skill >> 6];
        var bit = 1UL << (skill & 63);
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    private void Require(int skill)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skill);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(skill, Skills);
    }
}
