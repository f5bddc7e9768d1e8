using Research.Jobs;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Learners;

/// <summary>The errors of a learner as its texts become more, measured on texts that it has not seen and on those it has.</summary>
public static class ScalingMeasurement
{
    // Fresh texts come from graphs of other seeds than any that is learned.
    private const int FreshSeeds = 1 << 30;

    /// <summary>Presents one graph's texts and stops at every ratio.</summary>
    /// <exception cref="InputException">A value is out of range.</exception>
    public static void Measure(ScalingSpec item, Table<ScalingRow> output, JobContext job)
    {
        var learner = new StreamingLearner(item.Skills, item.Limit);
        var most = item.Exposures.Max() / item.Load;
        var sampler = new TextSampler(GraphSpec.Poisson(item.Skills, item.Load, most, item.Graph));
        var fresh = new TextSampler(GraphSpec.Poisson(item.Skills, item.Load, 1, FreshSeeds + item.Graph));
        var text = new int[sampler.LargestText];
        var rows = new List<ScalingRow>();
        var (presented, tests) = (0, item.Skills / 4);
        foreach (var exposure in item.Exposures)
        {
            job.Report(rows.Count, item.Exposures.Count, "ratios");
            var ratio = exposure / item.Load;
            for (var texts = GraphSpec.TextsOf(item.Skills, ratio); presented < texts; presented++)
                learner.Present(text.AsSpan(0, sampler.Draw(presented, text)));
            var q = new DensityEvolution(new SkillLearner(item.Limit), item.Load, ratio).Solve().Value;
            rows.Add(new(
                item.Limit, item.Load, exposure, ratio, item.Skills, item.Graph, 1 - (learner.Learned / (double)item.Skills),
                Wrong(fresh, tests), tests, Wrong(sampler, Math.Min(tests, presented)) / (double)Math.Min(tests, presented), q,
                LearnerErrors.Testing(item.Load, q), LearnerErrors.Training(item.Limit, item.Load, q),
                LearnerErrors.LogAsymptote(item.Load, ratio)));
        }

        output.Write(rows);

        int Wrong(TextSampler texts, int count)
        {
            var wrong = 0;
            for (var i = 0; i < count; i++)
            {
                foreach (var skill in text.AsSpan(0, texts.Draw(i, text)))
                {
                    if (learner.Knows(skill)) continue;
                    wrong++;
                    break;
                }
            }

            return wrong;
        }
    }
}
