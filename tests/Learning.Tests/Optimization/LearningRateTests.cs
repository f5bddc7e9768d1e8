using Research.Learning.Optimization;

namespace Research.Learning.Tests.Optimization;

public class LearningRateTests
{
    private static readonly TrainingSpec Cosine = new()
    {
        Steps = 110, Batch = 1, LearningRate = 1e-3, MinimalLearningRate = 1e-4, WarmupSteps = 10, Schedule = RateSchedule.Cosine,
    };

    [Theory]
    [InlineData(1, 1e-4)]
    [InlineData(5, 5e-4)]
    [InlineData(10, 1e-3)]
    [InlineData(60, 5.5e-4)] // half way: the mean of both
    [InlineData(35, 1e-4 + (9e-4 * 0.85355339059327376))] // a quarter: (1 + cos 45 degrees) / 2
    [InlineData(110, 1e-4)]
    public void Cosine_with_warm_up_has_the_values_of_its_formula(int step, double expected) =>
        Assert.Equal(expected, LearningRate.Of(Cosine, step), 1e-15);

    [Fact]
    public void Constant_stays_after_the_warm_up()
    {
        var spec = Cosine with { Schedule = RateSchedule.Constant };
        Assert.Equal(2e-4, LearningRate.Of(spec, 2), 1e-15);
        Assert.All(Enumerable.Range(10, 101), step => Assert.Equal(1e-3, LearningRate.Of(spec, step)));
    }

    [Fact]
    public void Without_warm_up_the_first_update_has_the_full_rate() =>
        Assert.Equal(6e-4, LearningRate.Of(new TrainingSpec { Steps = 5, Batch = 1 }, 1));
}
