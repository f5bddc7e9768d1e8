namespace Research.Skills.Association;

/// <summary>Union-find over numbered elements, by size with path halving.</summary>
/// <param name="elements">How many, each a set of its own at first.</param>
public sealed class DisjointSets(int elements)
{
    // An element's parent; for a root, minus the size of its set.
    private readonly int[] parents = [.. Enumerable.Repeat(-1, elements)];

    /// <summary>Elements of the largest set.</summary>
    public int Largest { get; private set; } = Math.Min(elements, 1);

    /// <summary>Makes one set of two.</summary>
    public void Union(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        if (a == b) return;
        if (parents[a] > parents[b]) (a, b) = (b, a);
        parents[a] += parents[b];
        parents[b] = a;
        Largest = Math.Max(Largest, -parents[a]);
    }

    /// <summary>The element that stands for a set.</summary>
    public int Root(int element)
    {
        while (parents[element] >= 0)
        {
            var parent = parents[element];
            if (parents[parent] >= 0) parents[element] = parents[parent];
            element = parent;
        }

        return element;
    }
}
