using Research.Numerics;

namespace Research.Languages.SkillTexts;

/// <summary>A set of pairs of skills. Immutable.</summary>
public sealed class SkillPairs
{
    private readonly HashSet<(int, int)> pairs;

    /// <summary>The set of given pairs.</summary>
    /// <param name="pairs">Pairs of two different skills, in any order.</param>
    /// <exception cref="ArgumentException">A pair holds the same skill twice.</exception>
    public SkillPairs(IEnumerable<(int One, int Other)> pairs)
    {
        this.pairs = [.. pairs.Select(pair => pair.One < pair.Other ? pair : (pair.Other, pair.One))];
        if (this.pairs.Any(pair => pair.Item1 == pair.Item2)) throw new ArgumentException("A pair holds two different skills.", nameof(pairs));
    }

    /// <summary>The pairs, ascending.</summary>
    public IEnumerable<(int First, int Second)> All => pairs.Order();

    /// <summary>Number of pairs.</summary>
    public int Count => pairs.Count;

    /// <summary>The pairs that a language holds out: the share of all pairs, rounded down, each subset of that size equally likely.</summary>
    internal static SkillPairs HeldOut(SkillTextSpec spec)
    {
        var all = new List<(int, int)>();
        for (var first = 0; first < spec.Skills; first++)
            for (var second = first + 1; second < spec.Skills; second++) all.Add((first, second));
        var draws = new PhiloxStream(new Philox(spec.Seed, "held-out pairs"));
        var count = (int)Math.Floor(spec.HeldOut * all.Count);
        for (var i = 0; i < count; i++)
        {
            var j = i + draws.Below(all.Count - i);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return new(all.Take(count));
    }

    /// <summary>Whether a text names both skills of any of the pairs.</summary>
    /// <param name="text">Skills, ascending.</param>
    public bool AnyIn(ReadOnlySpan<int> text)
    {
        if (Count == 0) return false;
        for (var i = 0; i < text.Length; i++)
            for (var j = i + 1; j < text.Length; j++)
                if (pairs.Contains((text[i], text[j]))) return true;
        return false;
    }
}
