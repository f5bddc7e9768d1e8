using Research.Jobs;

namespace Research.Learning.Tests;

public class SpecTests
{
    private static readonly GptSpec Model = new(Layers: 3, Heads: 12, Width: 96, Block: 128, Vocabulary: 19);
    private static readonly TrainingSpec Schedule = new() { Steps = 10, Batch = 2 };

    public static TheoryData<GptSpec, string> WrongModels => new()
    {
        { Model with { Layers = 0 }, "Layers is 0" },
        { Model with { Heads = -1 }, "Heads is -1" },
        { Model with { Width = -96 }, "Width is -96" },
        { Model with { Block = 0 }, "Block is 0" },
        { Model with { Vocabulary = 1 }, "Vocabulary is 1" },
        { Model with { Width = 100 }, "not divisible by 12 heads" },
        { Model with { Layers = 100_000, Width = 96_000 }, "parameters" },
    };

    public static TheoryData<TrainingSpec, string> WrongSchedules => new()
    {
        { Schedule with { Steps = -1 }, "Steps is -1" },
        { Schedule with { Batch = 0 }, "Batch is 0" },
        { Schedule with { LearningRate = 0 }, "LearningRate is 0" },
        { Schedule with { LearningRate = double.NaN }, "LearningRate is NaN" },
        { Schedule with { Beta1 = 1 }, "Beta1 is 1" },
        { Schedule with { Beta2 = -0.1 }, "Beta2 is -0.1" },
        { Schedule with { Epsilon = 0 }, "Epsilon is 0" },
        { Schedule with { WeightDecay = -1 }, "WeightDecay is -1" },
        { Schedule with { ClipNorm = -1 }, "ClipNorm is -1" },
        { Schedule with { WarmupSteps = 11 }, "WarmupSteps is 11" },
        { Schedule with { Schedule = (RateSchedule)9 }, "Schedule is 9" },
        { Schedule with { MinimalLearningRate = 1 }, "MinimalLearningRate is 1" },
        { Schedule with { DigestInterval = -1 }, "DigestInterval is -1" },
        { Schedule with { StateInterval = -1 }, "StateInterval is -1" },
        { Schedule with { SnapshotSteps = [11] }, "SnapshotSteps is 11" },
        { Schedule with { SnapshotSteps = [-1] }, "SnapshotSteps is -1" },
        { Schedule with { SnapshotSteps = [3, 3] }, "SnapshotSteps is 3" },
    };

    [Theory, MemberData(nameof(WrongModels))]
    public void A_wrong_model_is_named_with_its_value(GptSpec model, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => model.Validate("here")).Message);

    [Theory, MemberData(nameof(WrongSchedules))]
    public void A_wrong_schedule_is_named_with_its_value(TrainingSpec schedule, string expected) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => schedule.Validate("here")).Message);

    [Fact]
    public void The_defaults_are_the_authors_settings()
    {
        var spec = Schedule.Validate("here");
        Assert.Equal(
            (6e-4, 0.9, 0.95, 1e-8, 0.1, 1.0, 0, RateSchedule.Constant),
            (spec.LearningRate, spec.Beta1, spec.Beta2, spec.Epsilon, spec.WeightDecay, spec.ClipNorm, spec.WarmupSteps, spec.Schedule));
    }

    [Fact]
    public void A_training_reads_as_its_name_and_names_itself_in_errors()
    {
        var training = new Training("released e=0.02", Model, Schedule, Seed: 3);
        Assert.Equal("released e=0.02 · w96 · seed 3", training.Validate().ToString());
        var error = Assert.Throws<InputException>(() => (training with { Schedule = Schedule with { Batch = 10_000_000 } }).Validate());
        Assert.Equal("released e=0.02 · w96 · seed 3", error.Where);
    }

    [Fact]
    public void Schedules_are_equal_when_all_their_numbers_are()
    {
        Assert.Equal(Schedule with { SnapshotSteps = [1, 2] }, Schedule with { SnapshotSteps = new List<int> { 1, 2 } });
        Assert.NotEqual(Schedule with { SnapshotSteps = [1, 2] }, Schedule with { SnapshotSteps = [1, 3] });
        Assert.NotEqual(Schedule, Schedule with { ClipNorm = 2 });
        Assert.NotEqual(Schedule, Schedule with { DigestInterval = 2 });
        Assert.NotEqual(Schedule, Schedule with { StateInterval = 2 });
        Assert.Equal(Schedule.GetHashCode(), (Schedule with { }).GetHashCode());
    }
}
