using Research.Jobs;
using Research.Numerics;
using Research.Skills.Learners;
using Research.Skills.Peeling;

namespace Research.Skills.Tests.Learners;

public class EnsembleEvolutionTests
{
    [Theory, InlineData(1, 3, 1.1), InlineData(2, 5, .53), InlineData(3, 7, .41)]
    public void With_Poisson_degrees_it_is_the_plain_recursion(int limit, double load, double ratio)
    {
        var ensemble = new EnsembleEvolution(new SkillLearner(limit), new PoissonDegrees(load * ratio), new PoissonDegrees(load));
        var q = ensemble.Solve().Value;

        Assert.Equal(new DensityEvolution(new SkillLearner(limit), load, ratio).Solve().Value, q, 1e-12);
        Assert.Equal(q, ensemble.Unlearned(q), 1e-11);
        Assert.Equal(LearnerErrors.Testing(load, q), ensemble.TestingError(q), 1e-11);
        Assert.Equal(LearnerErrors.Training(limit, load, q), ensemble.TrainingError(q), 1e-11);
        Assert.Equal(ratio, ensemble.Ratio, 1e-12);
    }

    [Fact]
    public void A_table_of_Poisson_probabilities_behaves_as_Poisson_degrees()
    {
        var table = new DegreeTable([.. new PoissonTable(3).Masses]);
        var poisson = new PoissonDegrees(3);

        Assert.Equal(poisson.Mean, table.Mean, 1e-8);
        Assert.Equal(poisson.Excess, table.Excess, 1e-7);
        foreach (var x in new[] { 0, 0.3, 0.9, 1 })
        {
            Assert.Equal(poisson.Node(x), table.Node(x), 1e-8);
            Assert.Equal(poisson.Edge(x), table.Edge(x), 1e-8);
            Assert.Equal(poisson.NodeAtMost(2, x), table.NodeAtMost(2, x), 1e-8);
            Assert.Equal(poisson.EdgeAtMost(1, x), table.EdgeAtMost(1, x), 1e-8);
        }
    }

    [Fact]
    public void Texts_of_one_size_teach_nothing_without_seed_knowledge()
    {
        var ensemble = new EnsembleEvolution(new SkillLearner(1), new PoissonDegrees(9), DegreeTable.Fixed(3));

        Assert.Equal(1, ensemble.Solve().Value);
        Assert.True(ensemble.Solve(0.6).Value < 1e-3);
        Assert.Equal(LearnerErrors.TestingFixed(3, ensemble.Unlearned(0.2)), ensemble.TestingError(0.2), 1e-14);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Graphs_with_texts_of_two_sizes_follow_it(int limit)
    {
        const int Skills = 40_000, Texts = 60_000;
        double[] sizes = limit == 1 ? [0, .3, 0, .7] : [0, .05, .15, 0, 0, .8];
        var draws = new PhiloxStream(new Philox(7, "test"));
        var texts = new List<IReadOnlyList<int>>();
        for (var text = 0; text < Texts; text++)
        {
            var u = draws.UniformDouble();
            var size = 0;
            for (var sum = sizes[0]; u >= sum; sum += sizes[size]) size++;
            var members = new HashSet<int>();
            while (members.Count < size) members.Add(draws.Below(Skills));
            texts.Add([.. members]);
        }

        var degrees = new DegreeTable(sizes);
        var ensemble = new EnsembleEvolution(new SkillLearner(limit), new PoissonDegrees(degrees.Mean * Texts / Skills), degrees);
        var edge = ensemble.Solve().Value;
        var result = PeelingDecoder.Peel(SkillTextGraph.Of(Skills, texts), limit);

        Assert.InRange(ensemble.Unlearned(edge), 0.001, 0.9);
        Assert.Equal(ensemble.Unlearned(edge), 1 - (result.Learned.Count / (double)Skills), 0.015);
        Assert.Equal(ensemble.TrainingError(edge), result.UnfinishedTexts / (double)Texts, 0.015);
    }

    [Theory]
    [InlineData(1, 0.3, 0)]
    [InlineData(2, 0.2, 0)]
    [InlineData(2, 0, 0.5)]
    [InlineData(1, 0, 0.3)]
    public void Patient_presentation_ends_where_it_says(int limit, double known, double distracted)
    {
        const int Skills = 20_000;
        var sizes = TextSizes.Poisson(limit == 1 ? 2.5 : 4);
        var spec = new EnsembleSpec("test", limit, sizes, known, distracted, [0.4, 0.8, 2], Skills, Graph: 1);
        var rows = new List<(double Measured, double Predicted)>();
        foreach (var ratio in spec.Ratios)
        {
            // The definition: texts of sizes and members by another generator, presented in any order until nothing changes.
            var random = new Random(5);
            var texts = new List<(HashSet<int> Members, int Missing)>();
            for (var text = 0; text < ratio * Skills; text++)
            {
                var (u, size) = (random.NextDouble(), 0);
                for (var sum = sizes[0]; u >= sum && size + 1 < sizes.Length; sum += sizes[size]) size++;
                var members = new HashSet<int>();
                while (members.Count < size) members.Add(random.Next(Skills));
                texts.Add((members, random.NextDouble() < distracted ? 1 : 0));
            }

            var knows = new HashSet<int>(Enumerable.Range(0, (int)(known * Skills)));
            for (var before = -1; before != knows.Count;)
            {
                before = knows.Count;
                foreach (var (members, missing) in texts)
                    if (members.Count(skill => !knows.Contains(skill)) + missing <= limit) knows.UnionWith(members);
            }

            rows.Add((1 - (knows.Count / (double)Skills), EnsembleMeasurement.Predict(spec, new DegreeTable(sizes), ratio)));
        }

        Assert.All(rows, row => Assert.Equal(row.Predicted, row.Measured, 0.02));
        Assert.True(rows[0].Predicted - rows[^1].Predicted > 0.1);
    }

    [Fact]
    public void Sizes_of_texts_are_distributions()
    {
        Assert.Equal([0, 0, 0, 1], TextSizes.Fixed(3));
        Assert.Equal([0, .25, 0, .75], TextSizes.Mixed((1, .25), (3, .75)));
        var tail = TextSizes.HeavyTail(30);
        Assert.Equal(1, tail.Sum(), 1e-12);
        Assert.Equal(4, tail[1] / tail[2], 1e-12);
        Assert.Equal(3, new DegreeTable(TextSizes.Poisson(3)).Mean, 1e-8);
    }

    [Fact]
    public void Distributions_that_are_none_are_refused()
    {
        Assert.Contains("add up to 0.9", Assert.Throws<InputException>(() => new DegreeTable([.5, .4])).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => new DegreeTable([1.2, -.2]));
        Assert.Throws<InputException>(() => new DegreeTable([double.NaN, 1]));
        Assert.Throws<InputException>(() => new DegreeTable([1]));
        Assert.Throws<InputException>(() => new PoissonDegrees(0));
    }
}
