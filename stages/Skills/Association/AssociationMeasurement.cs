using Research.Jobs;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Association;

/// <summary>Learns random graphs and measures the largest component of associated skills under each rule.</summary>
public static class AssociationMeasurement
{
    /// <summary>Measures one graph at every ratio.</summary>
    /// <exception cref="InputException">A value is out of range, or the graph is too large for memory.</exception>
    public static void Measure(AssociationSpec item, Table<AssociationRow> output, JobContext job)
    {
        var rows = new List<AssociationRow>();
        foreach (var ratio in item.Ratios)
        {
            job.Report(rows.Count / 3, item.Ratios.Count, "ratios");
            var graph = GraphGenerator.Generate(GraphSpec.Poisson(item.Skills, item.Load, ratio, item.Graph), job.Threads);
            var learned = PeelingDecoder.Peel(graph, limit: 1, threads: job.Threads).Learned;
            var sites = AssociationTheory.Of(EdgeRule.RandomSkills, item.Load, ratio);
            var kept = AssociationGraph.Kept(item.Skills, 1 - sites.Unlearned, item.Graph);
            foreach (var rule in Enum.GetValues<EdgeRule>())
            {
                var members = rule == EdgeRule.RandomSkills ? kept : learned;
                var giant = AssociationGraph.LargestComponent(graph, members, whole: rule == EdgeRule.LearnedText);
                rows.Add(new(
                    rule, item.Load, ratio, item.Skills, item.Graph, giant / (double)item.Skills, (sites with { Rule = rule }).Size, sites.Size));
            }
        }

        output.Write(rows);
    }
}
