using Research.Numerics;
using Research.Skills.Peeling;

namespace Research.Skills.Association;

/// <summary>The largest component of the association graph of a learner.</summary>
public static class AssociationGraph
{
    /// <summary>Skills in the largest component; 0 if no skill counts.</summary>
    /// <param name="graph">Skills and texts.</param>
    /// <param name="members">The skills that count: learned, or kept by the coin.</param>
    /// <param name="whole">Whether a text associates its skills only if all of them count (rule B).</param>
    public static int LargestComponent(SkillTextGraph graph, SkillSet members, bool whole)
    {
        if (members.Count == 0) return 0;
        var sets = new DisjointSets(graph.Skills);
        for (var text = 0; text < graph.Texts; text++)
        {
            var skills = graph.SkillsOf(text);
            if (whole && !All(skills, members)) continue;
            var first = -1;
            foreach (var skill in skills)
            {
                if (!SkillSet.Has(members.Words, skill)) continue;
                if (first >= 0) sets.Union(first, skill);
                first = skill;
            }
        }

        return sets.Largest;
    }

    /// <summary>Every skill with the same probability, by a coin of its own.</summary>
    public static SkillSet Kept(int skills, double probability, int seed)
    {
        var coins = new Philox(seed, "skills/random-sites");
        var kept = new SkillSet(skills);
        for (var skill = 0; skill < skills; skill++)
            if (coins.UniformDouble(skill) < probability) kept.Add(skill);
        return kept;
    }

    private static bool All(ReadOnlySpan<int> skills, SkillSet members)
    {
        foreach (var skill in skills)
            if (!SkillSet.Has(members.Words, skill)) return false;
        return true;
    }
}
