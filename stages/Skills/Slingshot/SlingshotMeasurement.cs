using Research.Jobs;
using Research.Numerics;
using Research.Numerics.Statistics;
using Research.Skills.Bounds;
using Research.Tables;

namespace Research.Skills.Slingshot;

/// <summary>
/// The bound for tuples of k' skills against random graphs (Arora &amp; Goyal 2023, Theorem 14 and Corollary 13): failed texts aimed
/// at sets of skills of every size, and the tuples that suffer most.
/// </summary>
public static class SlingshotMeasurement
{
    /// <summary>Writes a row for each graph.</summary>
    /// <exception cref="InputException">A quantity is out of range, or the bound of single skills says nothing of the share of skills.</exception>
    public static void Measure(SlingshotSpec item, Table<SlingshotRow> output, JobContext job)
    {
        item.Validate();
        output.Write(Enumerable.Range(0, item.Graphs).Select(number =>
        {
            job.Report(number, item.Graphs, "graphs");
            return Row(item, number);
        }));
    }

    /// <summary>The worst on one graph.</summary>
    internal static SlingshotRow Row(SlingshotSpec item, int number)
    {
        var graph = new SkillGraph(
            new SkillMeasure(item.Skills, 0), item.Texts, item.SkillsOfText, new Philox(item.Seed, "skills/slingshot-graph"), number);
        var tuples = Tuples(item, number);
        var pieceTheta = -Elementary.Expm1(item.TupleSize * Elementary.Log1p(-item.Theta));
        var bound = new CompetenceBound(pieceTheta, item.SkillsOfText);
        var (failure, least, failed) = Worst(item, graph, tuples, item.Theta);
        var (drawn, failedPieces) = Draw(item, graph, failed, least, number);
        return new(
            item.TupleSize, number, item.Alpha, item.Theta, item.Pieces, failedPieces, pieceTheta, failure, drawn,
            bound.Exists(item.Alpha) ? bound.LeastBeta(item.Alpha) * pieceTheta : null,
            Worst(item, graph, tuples, item.Theta / item.TupleSize).Failure,
            new CompetenceBound(item.Theta, item.SkillsOfText).LeastBeta(item.Alpha) * item.Theta);
    }

    /// <summary>All tuples if they are few enough, else random ones; one after another.</summary>
    private static ushort[] Tuples(SlingshotSpec item, int number)
    {
        var count = 1L;
        for (var skill = 0; skill < item.TupleSize && count <= item.Tuples; skill++) count *= item.Skills;
        var tuples = new ushort[(count <= item.Tuples ? (int)count : item.Tuples) * item.TupleSize];
        var draws = new PhiloxStream(new Philox(item.Seed, "skills/slingshot-tuples"), step: (uint)number);
        for (var place = 0; place < tuples.Length; place++)
        {
            var (tuple, skill) = (place / item.TupleSize, place % item.TupleSize);
            for (var j = 0; j < skill; j++) tuple /= item.Skills;
            tuples[place] = (ushort)(count <= item.Tuples ? tuple % item.Skills : draws.Below(item.Skills));
        }

        return tuples;
    }

    /// <summary>
    /// The largest mean failure of the worst share of the tuples, over failed texts that are the worst for the first 1, 2, ... skills: skills
    /// are alike, and few skills make many tuples suffer.
    /// </summary>
    private static (double Failure, double Least, bool[] Failed) Worst(SlingshotSpec item, SkillGraph graph, ushort[] tuples, double theta)
    {
        var chosen = new int[graph.Skills];
        var edges = new int[graph.Texts];
        var failed = new bool[graph.Texts];
        var shares = new double[tuples.Length / item.TupleSize];
        var suffering = (int)(item.Alpha * shares.Length);
        var worst = (Failure: double.NegativeInfinity, Least: 0.0, Failed: Array.Empty<bool>());
        for (var aimed = 0; aimed <= item.Alpha * graph.Skills; aimed++)
        {
            chosen[aimed] = 1;
            graph.CountInto(chosen, edges);
            FailedTexts.Worst(edges, graph.SkillsOfText, (int)(theta * graph.Texts), failed);
            var failures = new TupleFailures(graph, failed);
            for (var tuple = 0; tuple < shares.Length; tuple++)
                shares[tuple] = failures.Of(tuples.AsSpan(tuple * item.TupleSize, item.TupleSize));
            Array.Sort(shares);
            var mean = Moments.Mean(shares.AsSpan(shares.Length - suffering));
            if (mean > worst.Failure) worst = (mean, shares[^suffering], [.. failed]);
        }

        return worst;
    }

    /// <summary>Draws pieces: failures among tuples that suffer at least so much, and failed pieces.</summary>
    private static (double Failure, int FailedPieces) Draw(SlingshotSpec item, SkillGraph graph, bool[] failed, double least, int number)
    {
        var failures = new TupleFailures(graph, failed);
        var draws = new PhiloxStream(new Philox(item.Seed, "skills/slingshot-pieces"), step: (uint)number, tensor: (uint)item.TupleSize);
        var texts = new int[item.TupleSize];
        var tuple = new ushort[item.TupleSize];
        var (failedPieces, suffering, of) = (0, 0L, 0L);
        for (var piece = 0; piece < item.Pieces; piece++)
        {
            var fails = false;
            for (var j = 0; j < texts.Length; j++) fails |= failed[texts[j] = draws.Below(graph.Texts)];
            if (fails) failedPieces++;
            for (var position = 0; position < graph.SkillsOfText; position++)
            {
                for (var j = 0; j < texts.Length; j++) tuple[j] = graph.SkillsOf(texts[j])[position];
                if (failures.Of(tuple) < least) continue;
                of++;
                if (fails) suffering++;
            }
        }

        return (of > 0 ? (double)suffering / of : 0, failedPieces);
    }
}
