using System.Numerics;
using Research.Skills.Peeling;

namespace Research.Skills.Compression;

/// <summary>
/// Sets of known skills as bits, near their entropy: the size by a prefix code for its Poisson distribution, then the number
/// of the set among all of that size, in nearly log2 of their count bits (truncated binary).
/// </summary>
public sealed class SkillSetCode
{
    private readonly int[] known;
    private readonly int[] place;
    private readonly PrefixCode sizes;

    /// <summary>The code that sender and receiver share.</summary>
    /// <param name="learned">Skills that both know.</param>
    /// <param name="load">c: mean skills of a text, of all skills.</param>
    public SkillSetCode(SkillSet learned, double load)
    {
        place = new int[learned.Skills];
        var members = new List<int>();
        for (var skill = 0; skill < learned.Skills; skill++)
        {
            place[skill] = learned.Contains(skill) ? members.Count : -1;
            if (place[skill] >= 0) members.Add(skill);
        }

        known = [.. members];
        var distribution = new PoissonTable(load * known.Length / learned.Skills);
        sizes = new([.. distribution.Masses.Take(known.Length + 1)]);
    }

    /// <summary>Whether the code has a word for a set: all its skills are known, and it is not absurdly large.</summary>
    public bool Covers(ReadOnlySpan<int> skills)
    {
        foreach (var skill in skills)
            if (place[skill] < 0) return false;
        return skills.Length < sizes.Symbols;
    }

    /// <summary>Writes a set.</summary>
    /// <param name="skills">Distinct skills that the code covers, in any order.</param>
    /// <param name="output">Receives the bits.</param>
    public void Write(ReadOnlySpan<int> skills, BitWriter output)
    {
        var members = new int[skills.Length];
        for (var i = 0; i < members.Length; i++) members[i] = place[skills[i]];
        Array.Sort(members);
        sizes.Write(members.Length, output);
        var (bits, spare) = Shape(members.Length);
        var rank = Combinations.Rank(members);
        if (rank < spare) output.Write(rank, bits);
        else output.Write(rank + spare, bits + 1);
    }

    /// <summary>Reads a set, in ascending order.</summary>
    public int[] Read(BitReader input)
    {
        var size = sizes.Read(input);
        var (bits, spare) = Shape(size);
        var rank = input.Read(bits);
        if (rank >= spare) rank = ((rank << 1) | (input.Read() ? 1 : 0)) - spare;
        var members = Combinations.Unrank(rank, known.Length, size);
        for (var i = 0; i < members.Length; i++) members[i] = known[members[i]];
        return members;
    }

    /// <summary>Of C(n, k) numbers, so many (spare) take that many bits, the others one more.</summary>
    private (int Bits, BigInteger Spare) Shape(int size)
    {
        var count = Combinations.Count(known.Length, size);
        var bits = (int)(count.GetBitLength() - 1);
        return (bits, (BigInteger.One << (bits + 1)) - count);
    }
}
