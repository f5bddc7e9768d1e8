using Research.Numerics;

namespace Research.Skills.Bounds;

/// <summary>Which texts fail: the choice of an adversary, or of chance.</summary>
internal static class FailedTexts
{
    /// <summary>
    /// The worst choice against a set of skills: the texts with the most edges into it, among equals the first. No other
    /// set of that size has more edges.
    /// </summary>
    /// <param name="edges">Edges of each text into the set, 0 to <paramref name="skillsOfText"/>.</param>
    /// <param name="skillsOfText">k.</param>
    /// <param name="failing">How many texts fail, at most all.</param>
    /// <param name="failed">Receives whether each text fails.</param>
    public static void Worst(ReadOnlySpan<int> edges, int skillsOfText, int failing, Span<bool> failed)
    {
        Span<int> allowed = stackalloc int[skillsOfText + 1];
        Take(edges, failing, allowed);
        for (var text = 0; text < edges.Length; text++) failed[text] = allowed[edges[text]]-- > 0;
    }

    /// <summary>The edges of the worst choice, without naming it.</summary>
    public static long WorstEdges(ReadOnlySpan<int> edges, int skillsOfText, int failing)
    {
        Span<int> taken = stackalloc int[skillsOfText + 1];
        Take(edges, failing, taken);
        long sum = 0;
        for (var count = 1; count <= skillsOfText; count++) sum += (long)count * taken[count];
        return sum;
    }

    /// <summary>So many texts, each set of that size with the same probability.</summary>
    public static void Random(int failing, Span<bool> failed, ref PhiloxStream draws)
    {
        failed.Clear();
        // Floyd's sampling without replacement.
        for (var last = failed.Length - failing; last < failed.Length; last++)
        {
            var text = draws.Below(last + 1);
            failed[failed[text] ? last : text] = true;
        }
    }

    /// <summary>How many texts of each number of edges are among the so many with the most.</summary>
    private static void Take(ReadOnlySpan<int> edges, int failing, Span<int> taken)
    {
        taken.Clear();
        foreach (var count in edges) taken[count]++;
        for (var count = taken.Length - 1; count >= 0; count--)
        {
            if (taken[count] > failing) taken[count] = failing;
            failing -= taken[count];
        }
    }
}
