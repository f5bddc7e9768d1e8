using Research.Jobs;
using Research.Skills.Learners;

namespace Research.Skills.Tests.Learners;

public class DensityEvolutionTests
{
    [Theory]
    [InlineData(1, 1, 1, .56714329, .43285671, .11120520)]
    [InlineData(1, 2, 1, .42630275, .57369725, .21022918)]
    [InlineData(1, 3, 1, .66473976, .86388012, .59242722)]
    [InlineData(1, 3, 1.04, .09724086, .25302427, .03511458)]
    [InlineData(1, 3, 1.1, .06758366, .18351845, .01797603)]
    [InlineData(1, 3, 1.5, .01323600, .03892996, .00076780)]
    [InlineData(1, 3, 2, .00259690, .00776043, .00003019)]
    [InlineData(1, 4, 1.5, .00264001, .01050447, .00005537)]
    [InlineData(1, 5, 2.4, .81810141, .98326925, .91483201)]
    [InlineData(2, 3, .5, .32964129, .62802323, .07827538)]
    [InlineData(2, 5, .53, .08454508, .34474147, .00920074)]
    public void Fixed_points_and_errors_of_the_reference(int limit, double load, double ratio, double q, double testing, double training)
    {
        var end = Evolution(limit, load, ratio).Solve();

        Assert.True(end.Converged);
        Assert.Equal(q, end.Value, 0.6e-8);
        Assert.Equal(testing, LearnerErrors.Testing(load, end.Value), 0.6e-8);
        Assert.Equal(training, LearnerErrors.Training(limit, load, end.Value), 0.6e-8);
    }

    [Fact]
    public void First_rounds_of_the_reference()
    {
        double[] expected = [1, .84848971, .77194682, .72205455, .68506990, .65532910];
        var q = Evolution(1, 3, 1.1).Trajectory(30);

        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], q[i], 0.6e-8);
        Assert.Equal(.4417, q[15], 0.6e-4);
        Assert.Equal(.0704, q[30], 0.6e-4);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(7)]
    public void A_learner_learns_when_at_most_that_many_others_are_novel(int limit)
    {
        var learner = new SkillLearner(limit);
        double p = Math.Exp(-1.7), sum = 0;
        for (var t = 0; t < limit; t++)
        {
            sum += p;
            p *= 1.7 / (t + 1);
        }

        Assert.Equal(sum, learner.Success(1.7), 1e-15);
        Assert.Equal(1, learner.Success(0));
    }

    [Fact]
    public void The_end_is_a_fixed_point_to_a_millionth_of_a_millionth()
    {
        foreach (var (limit, load, ratio) in new[] { (1, 3.0, 1.03), (1, 3.0, 1.04), (2, 5.0, .52), (3, 8.0, .61), (1, 2.5, .9) })
        {
            var evolution = Evolution(limit, load, ratio);
            var q = evolution.Solve().Value;
            var further = evolution.Trajectory(20_000, q)[^1];

            Assert.Equal(further, q, 1.5e-12);
        }
    }

    [Fact]
    public void The_scaling_law_of_the_reference()
    {
        Assert.Equal(-4.8587, Math.Log(LearnerErrors.Testing(3, Evolution(1, 3, 2).Solve().Value)), 0.6e-4);
        Assert.Equal(-10.9012, Math.Log(LearnerErrors.Testing(3, Evolution(1, 3, 4).Solve().Value)), 0.6e-4);
        Assert.Equal(-4.9014, LearnerErrors.LogAsymptote(3, 2), 0.6e-4);
        Assert.Equal(-10.9014, LearnerErrors.LogAsymptote(3, 4), 0.6e-4);
    }

    [Fact]
    public void A_foundation_lifts_the_learner_over_a_ratio_where_it_would_be_stuck()
    {
        var evolution = Evolution(1, 3, 1);

        Assert.Equal(.66473976, evolution.Solve(1).Value, 0.6e-8);
        Assert.True(evolution.Solve(0.2).Value < 0.2);
        Assert.True(evolution.Solve(0).Value > 0.05);
        Assert.Equal(evolution.Solve(0).Value, evolution.Solve(0.2).Value, 1e-11);
    }

    [Fact]
    public void Below_the_lower_ratio_even_full_knowledge_is_not_kept()
        => Assert.Equal(Evolution(1, 3, .97).Solve(1).Value, Evolution(1, 3, .97).Solve(0).Value, 1e-11);

    [Fact]
    public void A_learner_may_be_any_function_of_the_load()
    {
        var evolution = new DensityEvolution(new PoissonLearner("half as able", load => 0.5 * Math.Exp(-load)), 2, 1);
        var q = evolution.Solve().Value;

        Assert.Equal(Math.Exp(-2 * 0.5 * Math.Exp(-2 * q)), q, 1e-12);
    }

    [Fact]
    public void What_lies_out_of_range_is_refused()
    {
        Assert.Throws<InputException>(() => Evolution(0, 3, 1));
        Assert.Throws<InputException>(() => Evolution(1, 0, 1));
        Assert.Throws<InputException>(() => Evolution(1, double.NaN, 1));
        Assert.Throws<InputException>(() => Evolution(1, 3, -0.1));
        Assert.Throws<InputException>(() => Evolution(1, 3, double.PositiveInfinity));
        Assert.Throws<InputException>(() => Evolution(1, 3, 1).Solve(1.1));
    }

    private static DensityEvolution Evolution(int limit, double load, double ratio) => new(new SkillLearner(limit), load, ratio);
}
