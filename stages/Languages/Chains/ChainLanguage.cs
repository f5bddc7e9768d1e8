using Research.Jobs;

namespace Research.Languages.Chains;

/// <summary>
/// A world and how documents tell of it. A document names its target, then states nodes with their values along the way from a condition to
/// the target, the target last. Two nodes of a held-out pair never stand in one document. Immutable.
/// </summary>
public sealed class ChainLanguage
{
    private readonly HashSet<NodePair> heldOut;

    /// <summary>A language of any world.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="world">The nodes and their dependences.</param>
    /// <param name="coverage">Probability that a document holds the steps between its first and last statement.</param>
    /// <param name="mostSteps">Most steps from the condition to the target.</param>
    /// <param name="locality">Frequency of a path over that of one a step shorter.</param>
    /// <param name="heldOut">Pairs that no document holds; none of them neighbors.</param>
    /// <param name="controls">Pairs to compare them with, which documents hold.</param>
    /// <exception cref="ArgumentException">No two nodes are so many steps apart, or a pair is not one of the world's that documents can treat so.</exception>
    public ChainLanguage(
        string name, World world, double coverage, int mostSteps, double locality, IReadOnlyList<NodePair> heldOut, IReadOnlyList<NodePair> controls)
    {
        if (!(coverage is >= 0 and <= 1)) throw new ArgumentException($"The coverage {coverage} is no share.", nameof(coverage));
        if (!(locality is > 0 and <= 1)) throw new ArgumentException($"The locality {locality} is not above 0 and at most 1.", nameof(locality));
        if (mostSteps < 1 || !world.Routes.Pairs(mostSteps).Any())
            throw new ArgumentException($"No two nodes are {mostSteps} steps apart.", nameof(mostSteps));
        foreach (var pair in heldOut.Concat(controls)) RequirePair(world, pair);
        if (heldOut.Intersect(controls).Any()) throw new ArgumentException("A pair is held out and a control.", nameof(controls));
        this.heldOut = [.. heldOut];
        (Name, World, Coverage, MostSteps, Locality) = (name, world, coverage, mostSteps, locality);
        (HeldOut, Controls) = ([.. heldOut], [.. controls]);
        Alphabet = new ChainAlphabet(world.Nodes, world.Values);
    }

    /// <summary>The language of a specification.</summary>
    /// <exception cref="InputException">There is no such language, or its world has too few pairs some steps apart.</exception>
    public static ChainLanguage Of(ChainSpec spec)
    {
        var world = WorldGenerator.Generate(spec.Validate());
        var (heldOut, controls) = HeldOutPairs.Choose(spec, world);
        return new(spec.ToString(), world, spec.Coverage, spec.MostSteps, spec.Locality, heldOut, controls);
    }

    /// <summary>What people call the language.</summary>
    public string Name { get; }

    /// <summary>The nodes and their dependences.</summary>
    public World World { get; }

    /// <summary>Probability that a document holds its steps.</summary>
    public double Coverage { get; }

    /// <summary>Most steps from the condition of a document to its target.</summary>
    public int MostSteps { get; }

    /// <summary>Frequency of a path over that of one a step shorter.</summary>
    public double Locality { get; }

    /// <summary>Pairs of nodes that no document holds together, by distance.</summary>
    public IReadOnlyList<NodePair> HeldOut { get; }

    /// <summary>Pairs to compare them with.</summary>
    public IReadOnlyList<NodePair> Controls { get; }

    /// <summary>The characters and their tokens.</summary>
    public ChainAlphabet Alphabet { get; }

    /// <summary>Most symbols of a document, newline included.</summary>
    public int LongestDocument => 1 + (2 * (MostSteps + 1)) + 1;

    /// <summary>
    /// The nodes that a document states, in order, on the way from a condition to a target: a node is left out if one of those stated after
    /// it makes a held-out pair with it. The target and its neighbor on the way always stay.
    /// </summary>
    public int[] Stated(int condition, int target) => Stated(World, heldOut, condition, target);

    /// <summary>The same for any set of held-out pairs.</summary>
    internal static int[] Stated(World world, HashSet<NodePair> heldOut, int condition, int target)
    {
        var stated = new List<int>();
        foreach (var node in world.Routes.Path(condition, target).Reverse())
            if (!stated.Exists(later => heldOut.Contains(new(node, later)))) stated.Insert(0, node);
        return [.. stated];
    }

    private static void RequirePair(World world, NodePair pair)
    {
        if (pair.First < 0 || pair.Second >= world.Nodes)
            throw new ArgumentException($"The pair {pair} names a node that the world does not have.");
        if (world.Routes.Distance(pair.First, pair.Second) < 2)
            throw new ArgumentException($"The nodes of the pair {pair} are neighbors; every step must be told.");
    }
}
