using System.Numerics;
using Research.Jobs;
using Research.Numerics;
using Research.Tables;

namespace Research.Skills.Bounds;

/// <summary>
/// Holds the bound against random graphs (Arora &amp; Goyal 2023, Theorem 8): for whatever texts fail, the edges between them
/// and a share of the skills.
/// </summary>
public static class AdversaryMeasurement
{
    /// <summary>Writes a row for each graph.</summary>
    /// <exception cref="InputException">
    /// A quantity is out of range, or the bound says nothing of any set that was to be examined.
    /// </exception>
    public static void Measure(AdversarySpec item, Table<AdversaryRow> output, JobContext job)
    {
        item.Validate();
        output.Write(Enumerable.Range(0, item.Graphs).Select(number =>
        {
            job.Report(number, item.Graphs, "graphs");
            return Row(item, number, job.Cancellation);
        }));
    }

    /// <summary>The worst that the adversary does on one graph.</summary>
    internal static AdversaryRow Row(AdversarySpec item, int number, CancellationToken cancellation = default)
    {
        var graph = new SkillGraph(
            new SkillMeasure(item.Skills, item.Zipf), item.Texts, item.SkillsOfText, new Philox(item.Seed, "skills/graph"), number);
        var worst = new WorstCase(graph, item);
        if (item.Adversary == Adversary.Exhaustive) Exhaust(graph, item, worst, cancellation);
        else Try(graph, item, worst, number, cancellation);
        return worst.Sets > 0
            ? worst.Row(number)
            : throw new InputException(
                $"no beta satisfies the condition for any set of skills of {item}", nameof(item.Alpha),
                "Choose a smaller alpha, a smaller theta, a larger k or more texts.");
    }

    /// <summary>All sets of the aimed number of skills, or all sets where skills differ in frequency; the worst texts for each.</summary>
    private static void Exhaust(SkillGraph graph, AdversarySpec item, WorstCase worst, CancellationToken cancellation)
    {
        var chosen = new int[graph.Skills];
        var edges = new int[graph.Texts];
        var failed = new bool[graph.Texts];
        for (var set = 1u; set < (1u << graph.Skills) - 1; set++)
        {
            var count = BitOperations.PopCount(set);
            if (item.Zipf == 0 && count != item.Aimed) continue;
            cancellation.ThrowIfCancellationRequested();
            var alpha = 0.0;
            for (var skill = 0; skill < graph.Skills; skill++)
            {
                chosen[skill] = (int)(set >> skill) & 1;
                if (chosen[skill] == 1) alpha += graph.Measure.Weights[skill];
            }

            if (item.Zipf == 0) alpha = (double)count / graph.Skills;
            graph.CountInto(chosen, edges);
            if (!worst.Add(alpha, count, FailedTexts.WorstEdges(edges, graph.SkillsOfText, item.Failing))) continue;
            FailedTexts.Worst(edges, graph.SkillsOfText, item.Failing, failed);
            worst.Name(failed);
        }
    }

    /// <summary>Random failures, or an ascent from random skills; each against the skills that suffer most.</summary>
    private static void Try(SkillGraph graph, AdversarySpec item, WorstCase worst, int number, CancellationToken cancellation)
    {
        var chosen = new int[graph.Skills];
        var edges = new int[graph.Texts];
        var failed = new bool[graph.Texts];
        var alpha = (double)item.Aimed / graph.Skills;
        var source = new Philox(item.Seed, "skills/adversary");
        for (var start = 0; start < item.Starts; start++)
        {
            cancellation.ThrowIfCancellationRequested();
            var draws = new PhiloxStream(source, step: (uint)number, tensor: (uint)start);
            FailedTexts.Random(item.Failing, failed, ref draws);
            var most = Suffering(graph, failed, item.Aimed, chosen);
            if (item.Adversary == Adversary.Greedy)
            {
                Scatter(item.Aimed, chosen, ref draws);
                most = -1;
                while (true)
                {
                    graph.CountInto(chosen, edges);
                    FailedTexts.Worst(edges, graph.SkillsOfText, item.Failing, failed);
                    var now = Suffering(graph, failed, item.Aimed, chosen);
                    if (now <= most) break;
                    most = now;
                }
            }

            worst.Add(alpha, item.Aimed, most, failed);
        }
    }

    /// <summary>A random set of so many skills.</summary>
    private static void Scatter(int count, int[] chosen, ref PhiloxStream draws)
    {
        var set = new bool[chosen.Length];
        FailedTexts.Random(count, set, ref draws);
        for (var skill = 0; skill < chosen.Length; skill++) chosen[skill] = set[skill] ? 1 : 0;
    }

    /// <summary>Chooses the so many skills with the most edges into failed texts, among equals the first.</summary>
    /// <returns>Their edges into failed texts.</returns>
    private static long Suffering(SkillGraph graph, bool[] failed, int count, int[] chosen)
    {
        var counts = new int[graph.Skills];
        graph.CountFailed(failed, counts);
        long sum = 0;
        Array.Clear(chosen);
        foreach (var skill in Enumerable.Range(0, graph.Skills).OrderByDescending(skill => counts[skill]).Take(count))
        {
            chosen[skill] = 1;
            sum += counts[skill];
        }

        return sum;
    }
}
