using Research.Jobs;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>
/// Emergence in graphs of finite size. A graph gets its texts one by one, so that one pass shows at which ratio it emerges,
/// and the share of graphs that have emerged is known at every ratio.
/// </summary>
public static class ThresholdMeasurement
{
    /// <summary>Multiple of the threshold up to which a graph must have emerged.</summary>
    private const double Farthest = 4;

    /// <summary>Multiple of the critical ratio up to which steps are looked at where there is no threshold.</summary>
    private const double FarEnough = 2;

    /// <summary>Presents texts to a learner of every graph until it has emerged.</summary>
    /// <exception cref="InputException">A value is out of range, or a graph does not emerge.</exception>
    public static void Measure(ThresholdSpec item, Table<EmergenceRow> output, JobContext job)
    {
        var rows = new EmergenceRow[item.Graphs];
        DataRanges.ForEach(item.Graphs, job.Threads, graph =>
        {
            job.Cancellation.ThrowIfCancellationRequested();
            rows[graph] = Row(item, graph);
        });
        output.Write(rows);
    }

    private static EmergenceRow Row(ThresholdSpec item, int graph)
    {
        var threshold = EmergenceThreshold.TryOf(item.Limit, item.Load);
        var most = GraphSpec.TextsOf(item.Skills, threshold is null ? FarEnough * EmergenceThreshold.CriticalRatio(item.Limit) : Farthest * threshold.Ratio);
        var sampler = new TextSampler(GraphSpec.Poisson(item.Skills, item.Load, most / (double)item.Skills, graph));
        var learner = new StreamingLearner(item.Skills, item.Limit);
        var text = new int[sampler.LargestText];
        var enough = threshold is null ? item.Skills : (1 - threshold.Middle) * item.Skills;
        var jump = 0;
        for (var i = 0; i < most; i++)
        {
            jump = Math.Max(jump, learner.Present(text.AsSpan(0, sampler.Draw(i, text))));
            if (threshold is not null && learner.Learned > enough) return NewRow((i + 1) / (double)item.Skills);
        }

        return threshold is null
            ? NewRow(null)
            : throw new InputException(
                $"graph {graph} has not emerged at {Farthest} times the threshold", $"{item}", "Give it more skills: this few make chance prevail.");

        EmergenceRow NewRow(double? emergence) => new(
            item.Limit, item.Load, item.Skills, graph, threshold?.Ratio, emergence, jump / (double)item.Skills);
    }
}
