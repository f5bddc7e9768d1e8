using Research.Jobs;

namespace Research.Languages.Chains;

/// <summary>A chain language: a world of nodes that depend on their neighbors, and documents that tell of it piece by piece.</summary>
/// <param name="Topology">How the nodes depend on one another.</param>
/// <param name="Coverage">Probability that a document holds the steps between its first and last statement; 0 to 1.</param>
/// <param name="Nodes">Number of nodes, 2 to 26.</param>
/// <param name="Values">Values that a node can have, 2 to 10.</param>
/// <param name="Strength">Probability that a child follows a parent's permutation, in [0, 1); else its value is drawn from a random row.</param>
/// <param name="MostSteps">Most steps from the condition of a document to its target, 2 or more; the world must have pairs that far apart.</param>
/// <param name="HeldOut">Pairs of nodes at each distance from 2 to <paramref name="MostSteps"/> that no document holds; at least 1.</param>
/// <param name="Locality">Frequency of a path over that of one a step shorter, in (0, 1].</param>
/// <param name="Documents">Documents in the corpus, at least 2; the first nine tenths are for training.</param>
/// <param name="Seed">Seed of the world and of the documents.</param>
public sealed record ChainSpec(
    Topology Topology,
    double Coverage,
    int Nodes = 12,
    int Values = 5,
    double Strength = 0.9,
    int MostSteps = 5,
    int HeldOut = 2,
    double Locality = 0.7,
    int Documents = 100_000,
    int Seed = 2)
{
    /// <summary>Checks every parameter; whether the world has enough pairs is known when it is made.</summary>
    /// <returns>This specification.</returns>
    /// <exception cref="InputException">A parameter is out of its range.</exception>
    public ChainSpec Validate()
    {
        var topologies = string.Join(", ", Enum.GetNames<Topology>());
        Require(Enum.IsDefined(Topology), $"the topology {(int)Topology} is unknown", $"Use {topologies}.");
        Require(Coverage is >= 0 and <= 1, $"Coverage is {Coverage}", "Give a share from 0 to 1.");
        Require(Strength is >= 0 and < 1, $"Strength is {Strength}", "Give a probability of 0 or more, below 1.");
        Require(Locality is > 0 and <= 1, $"Locality is {Locality}", "Give a ratio above 0, at most 1.");
        RequireWithin(2, ChainAlphabet.MostNodes, Nodes, nameof(Nodes));
        RequireWithin(2, ChainAlphabet.MostValues, Values, nameof(Values));
        RequireWithin(2, Nodes - 1, MostSteps, nameof(MostSteps));
        RequireWithin(1, Nodes, HeldOut, nameof(HeldOut));
        RequireWithin(2, int.MaxValue, Documents, nameof(Documents));
        return this;
    }

    /// <summary>The readable name: <c>line c=0.5</c>. All chain languages of a profile have the same sizes.</summary>
    public override string ToString() => $"{Topology.ToString().ToLowerInvariant()} c={Coverage}";

    private void RequireWithin(int least, int most, int value, string name) =>
        Require(value >= least && value <= most, $"{name} is {value}", $"Give {least} to {most}.");

    private void Require(bool condition, string what, string remedy)
    {
        if (!condition) throw new InputException(what, ToString(), remedy);
    }
}
