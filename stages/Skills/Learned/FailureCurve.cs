namespace Research.Skills.Learned;

/// <summary>
/// How failed texts are spread over skills, or over tuples of skills (Arora &amp; Goyal 2023, Definition 7): items are needed by texts, and
/// an edge of an item leads to each text that needs it.
/// </summary>
internal sealed class FailureCurve
{
    private readonly IReadOnlyList<int[]> texts;
    private readonly int[] edges;
    private readonly int[] failed;
    private readonly int[] worst;
    private readonly int failures;

    /// <summary>The curve of some texts.</summary>
    /// <param name="items">Number of items.</param>
    /// <param name="texts">The items that each text needs, each once.</param>
    /// <param name="fails">Whether each text fails.</param>
    public FailureCurve(int items, IReadOnlyList<int[]> texts, IReadOnlyList<bool> fails)
    {
        this.texts = texts;
        (edges, failed) = (new int[items], new int[items]);
        for (var t = 0; t < texts.Count; t++)
        {
            failures += fails[t] ? 1 : 0;
            foreach (var item in texts[t])
            {
                edges[item]++;
                failed[item] += fails[t] ? 1 : 0;
            }
        }

        worst = [.. Enumerable.Range(0, items).OrderByDescending(Rate).ThenBy(item => item)];
    }

    /// <summary>Share of the edges of the worst items that lead to failed texts.</summary>
    /// <param name="items">How many items, those with the largest shares of failed edges first.</param>
    public double OfWorst(int items)
    {
        var (of, all) = (0L, 0L);
        foreach (var item in worst.AsSpan(0, items))
        {
            of += failed[item];
            all += edges[item];
        }

        return all == 0 ? 0 : of / (double)all;
    }

    /// <summary>Their share of all edges.</summary>
    public double EdgesOfWorst(int items)
    {
        var (of, all) = (0L, 0L);
        for (var i = 0; i < worst.Length; i++)
        {
            of += i < items ? edges[worst[i]] : 0;
            all += edges[worst[i]];
        }

        return of / (double)all;
    }

    /// <summary>
    /// The same share as <see cref="OfWorst"/> if an adversary chose which texts fail, as many as do: those that need the most of these items. No set of so many texts
    /// gives more.
    /// </summary>
    public double OfAdversary(int items)
    {
        var chosen = new bool[edges.Length];
        foreach (var item in worst.AsSpan(0, items)) chosen[item] = true;
        var (of, all) = (0L, 0L);
        var needed = texts.Select(text => text.Count(item => chosen[item])).OrderDescending().ToArray();
        for (var t = 0; t < needed.Length; t++)
        {
            of += t < failures ? needed[t] : 0;
            all += needed[t];
        }

        return all == 0 ? 0 : of / (double)all;
    }

    /// <summary>Share of an item's edges that lead to failed texts: 1 - the competence on it; 0 for an item that no text needs.</summary>
    private double Rate(int item) => edges[item] == 0 ? 0 : failed[item] / (double)edges[item];
}
