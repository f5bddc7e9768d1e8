using Research.Languages.Chains;

namespace Research.Languages.Tests.Chains;

internal static class SmallWorlds
{
    /// <summary>A world of a few nodes; whether documents can be made of it does not matter.</summary>
    public static World Of(Topology topology, int nodes, int values, int seed = 3) =>
        WorldGenerator.Generate(new(topology, 1, nodes, values, Strength: 0.7, Seed: seed));

    /// <summary>A language that can be enumerated.</summary>
    public static ChainSpec Spec(Topology topology, double coverage = 1) =>
        new(topology, coverage, Nodes: 8, Values: 3, Strength: 0.7, MostSteps: 3, HeldOut: 1, Documents: 2000, Seed: 3);
}
