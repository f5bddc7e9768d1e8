using Research.Jobs;
using Research.Skills.Learners;
using Research.Skills.Peeling;
using Research.Tables;

namespace Research.Skills.Tests.Learners;

/// <summary>Graphs against the reference's Monte-Carlo tables, with its own tolerances.</summary>
public class MonteCarloTests
{
    [Theory]
    [InlineData(2, 1, 1, .4266, .42630, .0050)]
    [InlineData(3, 1.02, 1, .631, .629, .014)]
    [InlineData(3, 1.05, 1, .0907, .09086, .0022)]
    [InlineData(4, 1.5, 1, .0026, .00264, .0002)]
    [InlineData(5, .51, 2, .762, .763, .011)]
    [InlineData(7, .41, 3, .0581, .0581, .0011)]
    public void Unlearned_shares_of_sixty_thousand_skills(double load, double ratio, int limit, double mean, double evolution, double deviation)
    {
        const int Graphs = 8;
        var shares = Enumerable.Range(100, Graphs)
            .Select(seed => 1 - (PeelingDecoder.Peel(GraphGenerator.Generate(GraphSpec.Poisson(60_000, load, ratio, seed)), limit).Learned.Count / 60_000.0))
            .ToArray();

        // The mean of eight graphs, about five standard errors wide.
        Assert.Equal(mean, shares.Average(), 5 * deviation / Math.Sqrt(Graphs));
        Assert.Equal(evolution, new DensityEvolution(new SkillLearner(limit), load, ratio).Solve().Value, 0.6e-3);
    }

    [Fact]
    public void Synchronous_rounds_follow_density_evolution()
    {
        var result = PeelingDecoder.Peel(GraphGenerator.Generate(GraphSpec.Poisson(200_000, 3, 1.1, seed: 11)), 1);
        var q = new DensityEvolution(new SkillLearner(1), 3, 1.1).Trajectory(30);

        foreach (var round in new[] { 0, 1, 5, 15, 30 })
            Assert.Equal(q[round], 1 - (result.LearnedAfter(round) / 200_000.0), 0.01);
    }

    [Fact]
    public void The_share_of_graphs_that_have_emerged_rises_with_the_ratio_as_in_the_reference()
    {
        var ratios = Measure(new(1, 3, 2_000, 3_000)).ConvertAll(row => row.Emergence!.Value);
        var table = new[] { (1.00, .006), (1.02, .066), (1.04, .259), (1.06, .566), (1.08, .838), (1.10, .956) };

        // The reference counts graphs below an unlearned share of 0.3, this one below the middle of the jump, 0.319.
        Assert.All(table, point => Assert.Equal(point.Item2, ratios.Count(ratio => ratio <= point.Item1) / 3_000.0, 0.035));
    }

    [Fact]
    public void Larger_graphs_emerge_in_a_narrower_range()
    {
        var ratios = Measure(new(1, 3, 32_000, 100)).ConvertAll(row => row.Emergence!.Value);

        Assert.InRange(ratios.Count(ratio => ratio <= 1.02), 0, 2);
        Assert.InRange(ratios.Count(ratio => ratio <= 1.04), 30, 63);

        // All of 800 graphs of the reference: at least 99.6 % of all graphs, with 95 % confidence.
        Assert.InRange(ratios.Count(ratio => ratio <= 1.06), 97, 100);
    }

    [Fact]
    public void Without_a_threshold_no_text_brings_much()
    {
        var few = Measure(new(1, 2, 1_000, 40)).ConvertAll(row => row.Jump).Average();
        var many = Measure(new(1, 2, 30_000, 40)).ConvertAll(row => row.Jump).Average();

        Assert.All(Measure(new(1, 2, 1_000, 3)), row => Assert.Null(row.Emergence));
        Assert.True(many < 0.5 * few, $"{many} against {few}");
        Assert.True(Measure(new(1, 4, 30_000, 10)).TrueForAll(row => row.Jump > 0.3));
    }

    private static List<EmergenceRow> Measure(ThresholdSpec spec)
    {
        var folder = Directory.CreateTempSubdirectory("skills");
        try
        {
            var table = Table<EmergenceRow>.Open(folder.FullName);
            ThresholdMeasurement.Measure(spec, table, new JobContext());
            return [.. table.Read()];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
