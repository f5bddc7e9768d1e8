using MathNet.Numerics.Distributions;
using Research.Jobs;
using Research.Skills.ComputeOptimal;

namespace Research.Skills.Tests.ComputeOptimal;

public class SkillLevelsTests
{
    [Theory, InlineData(1.01), InlineData(1.5), InlineData(3.0), InlineData(40.0)]
    public void A_giant_component_holds_what_its_equation_says(double degree)
    {
        var share = 1.0;
        for (var i = 0; i < 20_000; i++) share = 1 - Math.Exp(-degree * share);

        Assert.Equal(share, SkillLevels.Giant(degree), 1e-9);
    }

    [Theory, InlineData(0), InlineData(0.5), InlineData(1.0)]
    public void Up_to_one_edge_a_skill_there_is_none(double degree) => Assert.Equal(0, SkillLevels.Giant(degree));

    [Theory]
    [InlineData(0.02, 1)]
    [InlineData(3.5, 7)]
    [InlineData(40, 20)]
    [InlineData(900, 1097)]
    [InlineData(1200, 1097)]
    public void The_exact_tail_is_that_of_a_Poisson_distribution(double mean, int least)
        => Assert.Equal(1 - Poisson.CDF(mean, least - 1), SkillLevels.PoissonTail(mean, least), 1e-10);

    [Fact]
    public void A_task_takes_all_of_two_to_seven_skills()
    {
        var giants = new double[SkillLevels.Levels];
        var weights = new double[SkillLevels.Levels];
        (giants[3], weights[3]) = (0.5, 0.8);

        Assert.Equal(0.8 * (0.25 + 0.125 + 0.0625 + 0.03125 + 0.015625 + 0.0078125) / 6, SkillLevels.Accuracy(giants, weights), 1e-15);
    }

    [Fact]
    public void Weights_of_levels_are_binomial_and_sum_to_one()
    {
        Assert.All(Enum.GetValues<TaskMix>(), mix => Assert.Equal(1, mix.Weights().Sum(), 1e-9));
        Assert.Equal(Binomial.PMF(.5, 100, 50), TaskMix.OneMode.Weights()[49], 1e-12);
        Assert.Equal(.4 * Binomial.PMF(.2, 100, 95) + .4 * Binomial.PMF(.6, 100, 95) + .2 * Binomial.PMF(.95, 100, 95), TaskMix.ThreeModes.Weights()[94], 1e-12);
    }

    /// <summary>An independent calculation with a fixed-point iteration and another logarithm of the gamma function.</summary>
    [Theory]
    [InlineData(SkillLevelsVariant.Code, 10.25, 0.0, 0.2741)]
    [InlineData(SkillLevelsVariant.Prerequisites, 10.25, 0.0, 0.2665)]
    [InlineData(SkillLevelsVariant.Exact, 10.25, 0.0048, 0.4000)]
    [InlineData(SkillLevelsVariant.Code, 12, 0.6418, 0.4197)]
    [InlineData(SkillLevelsVariant.Exact, 11.5, 0.5932, 0.4150)]
    [InlineData(SkillLevelsVariant.Code, 14.5, 1, 0.8468)]
    public void Accuracy_over_compute_is_that_of_a_second_program(SkillLevelsVariant variant, double decade, double one, double three)
    {
        var budget = Math.Pow(10, decade);
        var concepts = Math.Sqrt(budget / 4.53299);
        var giants = new SkillLevels(variant).Giants(concepts, budget / concepts);

        Assert.Equal(one, SkillLevels.Accuracy(giants, TaskMix.OneMode.Weights()), 1e-4);
        Assert.Equal(three, SkillLevels.Accuracy(giants, TaskMix.ThreeModes.Weights()), 1e-4);
    }

    /// <summary>
    /// Levels 11 to 13 need two pairs alike, so that only the factor tells them apart: in the code it is gamma_11^6 from level 12 on;
    /// else gamma_11^8 at level 12 and gamma_12^8 at level 13. The mean degree is -ln(1 - gamma) / gamma.
    /// </summary>
    [Fact]
    public void Prerequisites_count_once_in_the_code_and_at_every_level_elsewhere()
    {
        var (concepts, texts) = Enumerable.Range(0, 4000).Select(step => Math.Pow(10, 8 + (step / 1000.0))).Select(budget => Math.Sqrt(budget / 4.53299))
            .Select(concepts => (concepts, 4.53299 * concepts))
            .First(size => new SkillLevels(SkillLevelsVariant.Prerequisites).Giants(size.concepts, size.Item2)[12] is > 0.9 and < 0.99);
        var code = new SkillLevels(SkillLevelsVariant.Code).Giants(concepts, texts);
        var levels = new SkillLevels(SkillLevelsVariant.Prerequisites).Giants(concepts, texts);

        Assert.Equal(Math.Pow(code[10], 6), Degree(code[11]) / Degree(code[10]), 1e-6);
        Assert.Equal(code[11], code[12], 1e-12);
        Assert.Equal(Math.Pow(levels[11] / levels[10], 8), Degree(levels[12]) / Degree(levels[11]), 1e-6);

        static double Degree(double giant) => -Math.Log(1 - giant) / giant;
    }

    [Theory]
    [InlineData(new[] { 0, 0.2, 0.2, 0.2, 1 }, 1)]
    [InlineData(new[] { 0, 0.2, 0.2, 0.4, 1 }, 0)]
    [InlineData(new[] { 0, 0.3, 0.305, 0.31, 0.6, 0.605, 0.6, 0.605, 1 }, 2)]
    [InlineData(new[] { 0, 0, 0, 0.5, 1, 1, 1 }, 0)]
    public void A_plateau_is_half_a_decade_between_nothing_and_everything(double[] accuracy, int expected)
        => Assert.Equal(expected, Plateaus.Count(accuracy));

    [Fact]
    public void A_level_is_passed_on_the_line_between_two_points()
    {
        Assert.Equal(11.5, Plateaus.Passes([10, 11, 12, 13], [0, 0.25, 0.75, 1], 0.5), 1e-12);
        Assert.True(double.IsNaN(Plateaus.Passes([10, 11], [0, 0.25], 0.5)));
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<InputException>(() => new SkillLevels(SkillLevelsVariant.Code).Giants(5, 100));
        Assert.Throws<InputException>(() => new SkillLevels(SkillLevelsVariant.Code).Giants(50, 0));
    }
}
