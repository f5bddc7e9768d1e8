using Research.Languages.Ginc;

namespace Research.Languages.Tests.Ginc;

/// <summary>
/// The slow, obvious way: the endless text as one Markov chain on nodes (concept, state), and (concept, end) for the delimiter after a
/// document; probabilities of texts by enumeration of all paths of nodes.
/// </summary>
internal sealed class HiddenPaths(GincLanguage language, int[] concepts)
{
    private double[]? stationary;

    private int PerConcept => language.States + 1;

    private int Nodes => concepts.Length * PerConcept;

    /// <summary>
    /// Joint probability of a text that starts anywhere, the token after it, and that token's concept. [concepts][tokens]
    /// </summary>
    public double[][] Anywhere(int[] text) => Next(text, stationary ??= Stationary());

    /// <summary>The same for a text that starts a document.</summary>
    public double[][] AtStart(int[] text) => Next(text, [.. Enumerable.Range(0, Nodes).Select(Fresh)]);

    private double[] Stationary()
    {
        var current = Enumerable.Repeat(1.0 / Nodes, Nodes).ToArray();
        while (true)
        {
            // Half a step at a time: the chain of nodes may be periodic.
            double[] next = [.. Enumerable.Range(0, Nodes).Select(
                to => (current[to] + Enumerable.Range(0, Nodes).Sum(from => current[from] * Step(from, to))) / 2)];
            if (next.Zip(current).All(pair => Math.Abs(pair.First - pair.Second) < 1e-17)) return next;
            current = next;
        }
    }

    private double[][] Next(int[] text, double[] first)
    {
        var sums = Array.ConvertAll(concepts, _ => new double[language.Alphabet.Tokens]);
        Visit(0, -1, 1);
        return sums;

        void Visit(int length, int last, double probability)
        {
            if (probability == 0) return;
            for (var node = 0; node < Nodes; node++)
            {
                var joint = probability * (length == 0 ? first[node] : Step(last, node));
                if (length == text.Length) sums[node / PerConcept][TokenOf(node)] += joint;
                else if (TokenOf(node) == text[length]) Visit(length + 1, node, joint);
            }
        }
    }

    private int TokenOf(int node) => IsEnd(node) ? Alphabet.Newline : language.TokenOf(node % PerConcept);

    private bool IsEnd(int node) => node % PerConcept == language.States;

    private double Fresh(int node) =>
        IsEnd(node) ? 0 : language.Start(concepts[node / PerConcept])[node % PerConcept] / concepts.Length;

    private double Step(int from, int to)
    {
        if (IsEnd(from)) return Fresh(to);
        if (from / PerConcept != to / PerConcept) return 0;
        if (IsEnd(to)) return language.EndProbability;
        var (a, b, slots) = (from % PerConcept, to % PerConcept, language.Slots);
        return (1 - language.EndProbability) * language.NextValue(a / slots, b / slots)
            * language.NextSlot(concepts[from / PerConcept], a % slots, b % slots);
    }
}
