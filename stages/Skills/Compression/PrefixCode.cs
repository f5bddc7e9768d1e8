namespace Research.Skills.Compression;

/// <summary>A shortest prefix code of a distribution over 0, 1, 2, ... (Huffman 1952).</summary>
public sealed class PrefixCode
{
    // The tree: a node's children, or minus one less the symbol it stands for.
    private readonly List<(int Zero, int One)> nodes = [];
    private readonly bool[][] words;

    /// <summary>The code of a distribution.</summary>
    /// <param name="weights">At least one, none negative; need not add up to one.</param>
    public PrefixCode(IReadOnlyList<double> weights)
    {
        words = new bool[weights.Count][];
        var open = new PriorityQueue<int, (double Weight, int Order)>();
        for (var symbol = 0; symbol < weights.Count; symbol++) open.Enqueue(-1 - symbol, (weights[symbol], symbol));
        for (var order = weights.Count; open.Count > 1; order++)
        {
            open.TryDequeue(out var zero, out var first);
            open.TryDequeue(out var one, out var second);
            nodes.Add((zero, one));
            open.Enqueue(nodes.Count - 1, (first.Weight + second.Weight, order));
        }

        Spell(open.Dequeue(), []);
    }

    /// <summary>Symbols there are.</summary>
    public int Symbols => words.Length;

    /// <summary>Bits of a symbol's word.</summary>
    public int LengthOf(int symbol) => words[symbol].Length;

    /// <summary>Writes a symbol.</summary>
    public void Write(int symbol, BitWriter output)
    {
        foreach (var bit in words[symbol]) output.Write(bit);
    }

    /// <summary>Reads a symbol.</summary>
    public int Read(BitReader input)
    {
        if (nodes.Count == 0) return 0;
        var node = nodes.Count - 1;
        while (node >= 0) node = input.Read() ? nodes[node].One : nodes[node].Zero;
        return -1 - node;
    }

    private void Spell(int node, bool[] word)
    {
        if (node < 0)
        {
            words[-1 - node] = word;
            return;
        }

        Spell(nodes[node].Zero, [.. word, false]);
        Spell(nodes[node].One, [.. word, true]);
    }
}
