using Research.Jobs;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>Synchronous rounds of a learner on a random graph beside the iterates of density evolution.</summary>
public static class EvolutionMeasurement
{
    /// <summary>Learns one graph.</summary>
    /// <exception cref="InputException">A value is out of range, or the graph is too large for memory.</exception>
    public static void Measure(EvolutionSpec item, Table<EvolutionRow> output, JobContext job)
    {
        var graph = GraphGenerator.Generate(GraphSpec.Poisson(item.Skills, item.Load, item.Ratio, item.Graph), job.Threads);
        job.Report(1, 2, "steps", $"{graph.Edges:N0} edges");
        var result = PeelingDecoder.Peel(graph, item.Limit, threads: job.Threads, cancellation: job.Cancellation);
        var predicted = new DensityEvolution(new SkillLearner(item.Limit), item.Load, item.Ratio).Trajectory(result.Rounds);
        output.Write(predicted.Select((q, round) => new EvolutionRow(
            item.Limit, item.Load, item.Ratio, item.Distance, item.Skills, item.Graph, round,
            1 - (result.LearnedAfter(round) / (double)item.Skills), q)));
    }
}
