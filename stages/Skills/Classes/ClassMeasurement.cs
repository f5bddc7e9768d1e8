using Research.Jobs;
using Research.Skills.Learners;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Classes;

/// <summary>Learns random graphs with classes beside coupled density evolution.</summary>
public static class ClassMeasurement
{
    /// <summary>Learns one graph.</summary>
    /// <exception cref="InputException">A value is out of range, or the graph is too large for memory.</exception>
    public static void Measure(ClassSpec item, Table<ClassRow> output, JobContext job)
    {
        var learner = new SkillLearner(item.Limit);
        var predicted = new ClassEvolution(learner, item.Loads, item.Skills, item.Texts).Solve();
        var spec = GraphOf(item);
        var pooled = new DensityEvolution(learner, spec.Edges / spec.Texts, spec.Texts / (double)spec.Skills).Solve().Value;
        var learned = PeelingDecoder.Peel(GraphGenerator.Generate(spec, job.Threads), item.Limit, threads: job.Threads).Learned;
        var first = 0;
        var rows = new List<ClassRow>();
        for (var k = 0; k < item.Skills.Count; k++)
        {
            var unlearned = 0;
            for (var skill = first; skill < first + item.Skills[k]; skill++)
                if (!learned.Contains(skill)) unlearned++;
            first += item.Skills[k];
            rows.Add(new(
                item.Name, item.Limit, k + 1, string.Join(", ", item.Loads.Select(row => row[k])), item.Skills[k], item.Graph,
                unlearned / (double)item.Skills[k], predicted[k], pooled));
        }

        output.Write(rows);
    }

    private static GraphSpec GraphOf(ClassSpec item)
    {
        var firsts = new int[item.Skills.Count];
        for (var k = 1; k < firsts.Length; k++) firsts[k] = firsts[k - 1] + item.Skills[k - 1];
        var classes = item.Loads.Select((loads, j) =>
            new TextClass(item.Texts[j], [.. loads.Select((load, k) => new SkillDraw(load, firsts[k], item.Skills[k]))]));
        return new GraphSpec(firsts[^1] + item.Skills[^1], [.. classes], item.Graph).Validate();
    }
}
