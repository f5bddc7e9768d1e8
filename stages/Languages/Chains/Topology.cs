namespace Research.Languages.Chains;

/// <summary>How the nodes of a world depend on one another. Node 0 has no parent; parents come before their children.</summary>
public enum Topology
{
    /// <summary>The parent of each node is the one before it.</summary>
    Line,

    /// <summary>Each node has one parent, drawn from the three before it.</summary>
    Tree,

    /// <summary>As the tree; from node 2 on, a node has a second parent with probability 1/4, drawn likewise.</summary>
    Graph,
}
