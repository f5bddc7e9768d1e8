using Research.Jobs;
using Research.Skills.Bounds;

namespace Research.Skills.Tests.Bounds;

public class AdversaryMeasurementTests
{
    /// <summary>Mean and spread over graphs of the reference simulation, which used other random numbers.</summary>
    [Theory]
    [InlineData(10, 4, .05, .20, 3.284, .014, 3.220, 4.272)]
    [InlineData(10, 8, .05, .30, 2.207, .003, 2.189, 2.609)]
    [InlineData(12, 8, .10, .25, 2.178, .003, 2.160, 2.717)]
    public void Trying_all_skills_gives_what_the_reference_simulation_gave(
        int skills, int k, double theta, double alpha, double mean, double deviation, double exact, double bound)
    {
        var item = new AdversarySpec(Adversary.Exhaustive, skills, k, theta, alpha, 20_000, 4).Validate();
        var rows = Enumerable.Range(0, 4).Select(graph => AdversaryMeasurement.Row(item, graph)).ToList();

        Assert.Equal(mean, rows.Average(row => row.Ratio), 3 * deviation);
        Assert.All(rows, row =>
        {
            Assert.Equal(exact, row.Exact, 5.1e-4);
            Assert.Equal(bound, row.Bound, 5.1e-4);
            Assert.Equal(0, row.Violations);
            Assert.InRange(row.FiniteBound, row.Bound, 1.01 * row.Bound);
            Assert.InRange(row.Quantile, 0, row.Bound);
            Assert.Equal(skills == 12 ? 220 : alpha < .25 ? 45 : 120, row.Sets);
        });
    }

    [Fact]
    public void On_many_skills_the_greedy_adversary_comes_near_the_exact_limit_and_chance_does_not()
    {
        var item = new AdversarySpec(Adversary.Greedy, 50, 8, .05, .2, 40_000, 2, Starts: 5).Validate();
        var greedy = AdversaryMeasurement.Row(item, 0);
        var chance = AdversaryMeasurement.Row(item with { Adversary = Adversary.Random }, 0);

        Assert.InRange(greedy.Ratio, 2.6466, 1.05 * 2.6466);
        Assert.InRange(greedy.Quantile, 2.4, greedy.Ratio);
        Assert.InRange(chance.Ratio, 1, 1.17);
        Assert.Equal(.05, chance.FailureOfSkills, .002);
        Assert.Equal(0, greedy.Violations + chance.Violations);
        Assert.Equal(5, greedy.Sets);
    }

    /// <summary>With few texts for a skill, the best skills for chosen texts are not those that the texts were chosen for.</summary>
    [Fact]
    public void The_greedy_adversary_goes_on_while_it_gains()
    {
        var item = new AdversarySpec(Adversary.Greedy, 1000, 16, .05, .5, 4000, 2).Validate();

        Assert.InRange(AdversaryMeasurement.Row(item, 0).Ratio / ExactAdversary.Beta(.05, 16, .5), 1.12, 1.25);
    }

    [Fact]
    public void Where_skills_differ_in_frequency_every_set_is_held_against_the_bound_of_its_measure()
    {
        var row = AdversaryMeasurement.Row(new AdversarySpec(Adversary.Exhaustive, 8, 8, .05, .3, 5000, 2, Zipf: 1).Validate(), 0);

        Assert.Equal(0, row.Violations);
        Assert.InRange(row.Sets, 150, 254);
        Assert.InRange(row.Ratio / row.Exact, .98, 1.05);
    }

    [Fact]
    public void Failures_of_skills_do_not_add_up_to_k_times_the_failures_of_texts()
    {
        var row = AdversaryMeasurement.Row(new AdversarySpec(Adversary.Exhaustive, 10, 8, .05, .3, 20_000, 2).Validate(), 0);

        Assert.Equal(.05, row.FailureOfSkills, .002);
    }

    [Theory]
    [InlineData(21, 8, .05, .3, 2000)]
    [InlineData(10, 0, .05, .3, 2000)]
    [InlineData(10, 8, 1.0, .3, 2000)]
    [InlineData(10, 8, .05, 0.0, 2000)]
    [InlineData(10, 8, .05, .04, 2000)]
    [InlineData(10, 8, .0001, .3, 2000)]
    [InlineData(10, 8, .05, .3, 0)]
    public void An_impossible_experiment_is_refused(int skills, int k, double theta, double alpha, int texts)
        => Assert.Throws<InputException>(() => new AdversarySpec(Adversary.Exhaustive, skills, k, theta, alpha, texts, 2).Validate());

    [Fact]
    public void Sets_that_the_bound_does_not_speak_of_are_no_evidence()
        => Assert.Contains(
            "no beta satisfies the condition",
            Assert.Throws<InputException>(() => AdversaryMeasurement.Row(new AdversarySpec(Adversary.Exhaustive, 10, 2, .05, .3, 2000, 2).Validate(), 0)).Message,
            StringComparison.Ordinal);
}
