using Research.Jobs;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Hierarchy;

/// <summary>Learns a foundation, freezes it, and presents domain texts one after another.</summary>
public static class HierarchyMeasurement
{
    // Domain texts are drawn from graphs of other seeds than those of the foundation.
    private const int DomainSeeds = 1 << 29;

    /// <summary>Measures one pair of graphs at every ratio of domain texts.</summary>
    /// <exception cref="InputException">A value is out of range, or the graph is too large for memory.</exception>
    public static void Measure(HierarchySpec item, Table<HierarchyRow> output, JobContext job)
    {
        var (skills, theory) = (item.Skills, new HierarchyTheory(item));
        var threshold = theory.Threshold();
        var foundation = PeelingDecoder.Peel(GraphGenerator.Generate(GraphSpec.Poisson(skills, item.Load, item.Ratio, item.Graph)), item.Limit).Learned;
        var most = GraphSpec.TextsOf(skills, item.DomainRatios.Max());
        var sampler = new TextSampler(new GraphSpec(
            2 * skills, [new(most, [new(item.BasicLoad, 0, skills), new(item.DomainLoad, skills, skills)])], DomainSeeds + item.Graph));
        var learner = new StreamingLearner(skills, item.Limit);
        var buffer = new int[sampler.LargestText];
        var domain = new int[sampler.LargestText];
        var enough = threshold is { } t ? (1 - (0.5 * (t.Below + t.Above))) * skills : double.PositiveInfinity;
        int? emerged = null;
        var unlearned = new double[item.DomainRatios.Count];
        for (int i = 0, presented = 0; i < unlearned.Length; i++)
        {
            job.Report(i, unlearned.Length, "ratios");
            for (var texts = GraphSpec.TextsOf(skills, item.DomainRatios[i]); presented < texts; presented++)
            {
                Present(presented);
                if (learner.Learned > enough) emerged ??= presented + 1;
            }

            unlearned[i] = 1 - (learner.Learned / (double)skills);
        }

        output.Write(item.DomainRatios.Select((ratio, i) => new HierarchyRow(
            item.Limit, item.Load, item.Ratio, item.BasicLoad, item.DomainLoad, ratio, ratio * theory.Usable, skills, item.Graph,
            1 - (foundation.Count / (double)skills), theory.Foundation, unlearned[i], theory.Unlearned(ratio), threshold?.Ratio,
            emerged / (double)skills)));

        void Present(int text)
        {
            int missing = 0, count = 0;
            foreach (var skill in buffer.AsSpan(0, sampler.Draw(text, buffer)))
            {
                if (skill >= skills) domain[count++] = skill - skills;
                else if (!foundation.Contains(skill)) missing++;
            }

            learner.Present(domain.AsSpan(0, count), missing);
        }
    }
}
