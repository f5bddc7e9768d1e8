using Research.Jobs;
using Research.Numerics;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>Learners of texts of any sizes, some with a head start, beside density evolution by generating functions.</summary>
public static class EnsembleMeasurement
{
    /// <summary>Presents one graph's texts and stops at every ratio.</summary>
    /// <exception cref="InputException">A value is out of range.</exception>
    public static void Measure(EnsembleSpec item, Table<EnsembleRow> output, JobContext job)
    {
        var sizes = new DegreeTable(item.Sizes);
        var draws = new PhiloxStream(new Philox(item.Graph, $"skills/ensemble/{item.Name}"));
        var learner = new StreamingLearner(item.Skills, item.Limit);
        for (var skill = 0; skill < (int)Math.Round(item.Known * item.Skills); skill++) learner.Present([skill]);
        var rows = new List<EnsembleRow>();
        var text = new int[item.Sizes.Count];
        var presented = 0;
        foreach (var ratio in item.Ratios)
        {
            job.Report(rows.Count, item.Ratios.Count, "ratios");
            job.Cancellation.ThrowIfCancellationRequested();
            for (var texts = GraphSpec.TextsOf(item.Skills, ratio); presented < texts; presented++)
            {
                var size = Draw(item, ref draws, text);
                learner.Present(text.AsSpan(0, size), missing: draws.UniformDouble() < item.Distracted ? 1 : 0);
            }

            rows.Add(new(
                item.Name, item.Limit, sizes.Mean, item.Known, ratio, item.Skills, item.Graph, 1 - (learner.Learned / (double)item.Skills),
                Predict(item, sizes, ratio)));
        }

        output.Write(rows);
    }

    /// <summary>The share that is not learned, by density evolution.</summary>
    /// <exception cref="InputException">A value is out of range.</exception>
    public static double Predict(EnsembleSpec item, DegreeTable sizes, double ratio)
    {
        if (item.Distracted == 0)
        {
            var ensemble = new EnsembleEvolution(new(item.Limit), new PoissonDegrees(sizes.Mean * ratio), sizes) { Known = item.Known };
            return ensemble.Unlearned(ensemble.Solve().Value);
        }

        // A novel skill of a text in which a place is taken meets at most D - 2 others.
        var distracted = new PoissonLearner(
            item.Name, load => ((1 - item.Distracted) * SkillLearner.AtMost(item.Limit - 1, load)) + (item.Distracted * SkillLearner.AtMost(item.Limit - 2, load)));
        return new DensityEvolution(distracted, sizes.Mean, ratio).Solve().Value;
    }

    private static int Draw(EnsembleSpec item, ref PhiloxStream draws, Span<int> text)
    {
        var u = draws.UniformDouble();
        var size = 0;
        for (var sum = item.Sizes[0]; u >= sum && size + 1 < item.Sizes.Count; sum += item.Sizes[size]) size++;
        for (var count = 0; count < size;)
        {
            var skill = draws.Below(item.Skills);
            if (!text[..count].Contains(skill)) text[count++] = skill;
        }

        return size;
    }
}
