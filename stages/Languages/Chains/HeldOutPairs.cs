using Research.Jobs;
using Research.Languages.Chains.Oracles;
using Research.Numerics;

namespace Research.Languages.Chains;

/// <summary>Chooses the pairs of nodes that no document may hold together, and as many that documents hold, to compare with.</summary>
internal static class HeldOutPairs
{
    /// <summary>
    /// At each distance of 2 steps or more, the pairs are ranked by their mutual information, the highest first. The first, third, ... are
    /// held out; their controls are the first of the others that documents still state in both directions. So both kinds have something to
    /// predict, and about as much of it.
    /// </summary>
    /// <exception cref="InputException">There are too few pairs at a distance.</exception>
    public static (NodePair[] HeldOut, NodePair[] Controls) Choose(ChainSpec spec, World world)
    {
        var oracle = new WorldOracle(world);
        var byDistance = Enumerable.Range(2, spec.MostSteps - 1).Select(steps => world.Routes.Pairs(steps)
            .OrderByDescending(pair => MutualInformation(oracle, pair))
            .ThenBy(pair => (pair.First, pair.Second))
            .ToList()).ToList();
        HashSet<NodePair> heldOut = [.. byDistance.SelectMany(ranked => ranked.Where((_, rank) => rank % 2 == 0).Take(spec.HeldOut))];
        var controls = byDistance.SelectMany(ranked => ranked.Where(pair => IsTold(pair)).Take(spec.HeldOut)).ToArray();
        foreach (var (ranked, steps) in byDistance.Select((ranked, index) => (ranked, index + 2)))
        {
            Require(spec, steps, ranked.Count(heldOut.Contains), "to hold out");
            Require(spec, steps, ranked.Count(controls.Contains), "to compare them with");
        }

        return ([.. byDistance.SelectMany(ranked => ranked.Where(heldOut.Contains))], controls);

        bool IsTold(NodePair pair) =>
            !heldOut.Contains(pair) && ChainLanguage.Stated(world, heldOut, pair.First, pair.Second)[0] == pair.First
            && ChainLanguage.Stated(world, heldOut, pair.Second, pair.First)[0] == pair.Second;
    }

    private static void Require(ChainSpec spec, int steps, int found, string what)
    {
        if (found == spec.HeldOut) return;
        throw new InputException(
            $"{found} pairs of nodes {steps} steps apart are left {what}; {spec.HeldOut} are needed",
            spec.ToString(), "Take more nodes, fewer steps, fewer pairs to hold out, or another seed.");
    }

    private static double MutualInformation(WorldOracle oracle, NodePair pair)
    {
        var joint = oracle.Joint([pair.First, pair.Second], []);
        double[] first = oracle.Marginal(pair.First), second = oracle.Marginal(pair.Second);
        var sum = 0.0;
        for (var i = 0; i < joint.Length; i++)
            if (joint[i] > 0) sum += joint[i] * Elementary.Log(joint[i] / (first[i / first.Length] * second[i % first.Length]));
        return sum;
    }
}
