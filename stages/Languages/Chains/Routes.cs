namespace Research.Languages.Chains;

/// <summary>Shortest ways between nodes, along dependencies in either direction.</summary>
public sealed class Routes
{
    /// <summary>The distance of nodes that nothing connects.</summary>
    public const int Unreachable = int.MaxValue;

    private readonly int[][] neighbors;
    private readonly int[][] distances;

    /// <summary>The ways of a world with these parents.</summary>
    internal Routes(int[][] parents)
    {
        var edges = parents.SelectMany((of, node) => of.Select(parent => (node, parent))).ToList();
        neighbors = [.. parents.Select((_, node) => edges
            .Where(edge => edge.node == node || edge.parent == node)
            .Select(edge => edge.node == node ? edge.parent : edge.node)
            .Order().ToArray())];
        distances = [.. parents.Select((_, node) => DistancesFrom(node))];
    }

    /// <summary>The nodes that depend on a node or that it depends on, ascending.</summary>
    public IReadOnlyList<int> Neighbors(int node) => neighbors[node];

    /// <summary>Steps from one node to another; <see cref="Unreachable"/> if there is no way.</summary>
    public int Distance(int from, int to) => distances[from][to];

    /// <summary>All pairs of nodes that many steps apart, ascending.</summary>
    public IEnumerable<NodePair> Pairs(int steps) =>
        from first in Enumerable.Range(0, distances.Length)
        from second in Enumerable.Range(0, distances.Length)
        where first < second && distances[first][second] == steps
        select new NodePair(first, second);

    /// <summary>
    /// The way from a node to another, both included: each next node is the first, in the order of letters, of the neighbors that are a
    /// step closer to the end.
    /// </summary>
    public int[] Path(int from, int to)
    {
        var path = new int[Distance(from, to) + 1];
        path[0] = from;
        for (var i = 1; i < path.Length; i++)
            path[i] = neighbors[path[i - 1]].First(node => distances[node][to] == path.Length - 1 - i);
        return path;
    }

    private int[] DistancesFrom(int start)
    {
        var found = new int[neighbors.Length];
        Array.Fill(found, Unreachable);
        found[start] = 0;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node))
        {
            foreach (var neighbor in neighbors[node])
            {
                if (found[neighbor] != Unreachable) continue;
                found[neighbor] = found[node] + 1;
                queue.Enqueue(neighbor);
            }
        }

        return found;
    }
}
