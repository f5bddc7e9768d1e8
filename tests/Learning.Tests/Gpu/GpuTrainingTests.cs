using Research.Jobs;
using Research.Learning.Optimization;
using Research.Learning.Tests.Tuning;
using Research.Learning.Tuning;
using Research.Numerics.Devices;
using Research.Numerics.Gpu;
using Research.Numerics.Tests.Gpu;

namespace Research.Learning.Tests.Gpu;

/// <summary>Whole trainings on the GPU's kernels (on PoCL where there is no GPU) against those on the scalar programs, file by file.</summary>
public sealed class GpuTrainingTests : IDisposable
{
    // More steps than a ledger holds, so that outcomes are collected in between; rows and sizes that are no multiples of a tile.
    private static readonly Training Item = TinyCorpus.Training with
    {
        Schedule = TinyCorpus.Training.Schedule with { Steps = 150, Batch = 5, SnapshotSteps = [0, 1, 5, 70, 150], DigestInterval = 40, StateInterval = 100, ClipNorm = 0.5 },
    };

    private readonly TemporaryFolder folder = new();
    private readonly TokenText corpus;

    public GpuTrainingTests() => corpus = TinyCorpus.Create(folder.Create("corpus"));

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public void A_training_writes_the_same_files_as_on_the_scalar_programs()
    {
        using var gpu = TestGpu.Open(TestGpu.OpenCl);
        AssertSameFiles(Train(Item, gpu, "gpu"), Train(Item, new ReferenceDevice(), "reference"));
    }

    [SkippableFact]
    public void A_training_whose_steps_are_recorded_once_and_repeated_writes_the_same_files()
    {
        var driver = new RecordingDriver(TestGpu.OpenDriver());
        using var gpu = new GpuDevice(driver, computeUnits: 1000);
        AssertSameFiles(Train(Item, gpu, "gpu"), Train(Item, new ReferenceDevice(), "reference"));
        Assert.Equal(1, driver.Recordings);
        Assert.Equal(Item.Schedule.Steps - 1, driver.Replays);
    }

    [SkippableFact]
    public void A_training_begun_on_one_device_ends_on_another_with_the_same_files()
    {
        using var gpu = TestGpu.Open(TestGpu.OpenCl);
        var resume = folder.Create("resume");
        using (var stop = new CancellationTokenSource())
        {
            var job = new JobContext { ResumeFolder = resume, Cancellation = stop.Token, Progress = new At(90 * Item.Schedule.Batch * Item.Model.Block, stop) };
            Assert.ThrowsAny<OperationCanceledException>(() => Trainer.Train(Item, corpus, Checkpoint.Open(folder.Create("stopped")), job, gpu));
        }

        var log = new StringWriter();
        using var processor = new ReferenceDevice();
        Trainer.Train(Item, corpus, Checkpoint.Open(folder.Create("resumed")), new JobContext { ResumeFolder = resume, Log = log }, processor);
        Assert.Contains("continues after step", log.ToString());
        AssertSameFiles(folder["resumed"], Train(Item, new ReferenceDevice(), "reference"));
    }

    [SkippableTheory]
    [InlineData(AdaptedLayers.All)]
    [InlineData(null)]
    public void A_fine_tuning_writes_the_same_files(AdaptedLayers? layers)
    {
        using var gpu = TestGpu.Open(TestGpu.OpenCl);
        using var tuned = new TunedRun();
        var item = TunedRun.Spec with { Adapter = layers is { } adapted ? new AdapterSpec(2, 4, adapted) : null };
        var expected = tuned.Create("expected");
        var actual = tuned.Create("actual");
        FineTuner.Tune(item, tuned.Base, tuned.Text, Checkpoint.Open(expected), new JobContext(), new ReferenceDevice());
        FineTuner.Tune(item, tuned.Base, tuned.Text, Checkpoint.Open(actual), new JobContext(), gpu);
        AssertSameFiles(actual, expected);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_training_that_diverges_ends_at_the_same_step_with_the_same_last_good_state(bool recorded)
    {
        var item = Item with { Schedule = Item.Schedule with { Steps = 400, LearningRate = 1e3, WeightDecay = 1e3, ClipNorm = 0 } };
        var driver = TestGpu.OpenDriver();
        using var gpu = new GpuDevice(recorded ? new RecordingDriver(driver) : driver);
        var (expected, expectedState) = Diverges(item, new ReferenceDevice(), "reference");
        var (actual, actualState) = Diverges(item, gpu, "gpu");
        Assert.Equal(expected.Replace("reference", "gpu"), actual);
        Assert.Equal(expectedState, actualState);
    }

    [SkippableFact]
    public void A_model_for_which_the_device_has_no_room_is_an_error_that_names_the_training_and_what_to_do()
    {
        using var gpu = new GpuDevice(new SmallDriver(TestGpu.OpenDriver(), bytes: 1000));
        var error = Assert.Throws<InputException>(() => Train(Item, gpu, "gpu"));
        Assert.Equal(Item.ToString(), error.Where);
        Assert.Matches("has no room for 1 MB more; it has 1 MB in all$", error.What);
        Assert.Contains("smaller batch, block or model", error.Remedy);
    }

    private string Train(Training item, Device device, string name)
    {
        var output = folder.Create($"{name}-out");
        Trainer.Train(item, corpus, Checkpoint.Open(output), new JobContext(), device);
        return output;
    }

    private (string Message, byte[] State) Diverges(Training item, Device device, string name)
    {
        var resume = folder.Create($"{name}-resume");
        var error = Assert.Throws<InputException>(() => Trainer.Train(
            item, corpus, Checkpoint.Open(folder.Create($"{name}-out")), new JobContext { ResumeFolder = resume }, device));
        Assert.IsType<DivergenceException>(error.InnerException);
        return (error.Message, File.ReadAllBytes(Path.Combine(resume, "state.safetensors")));
    }

    private static void AssertSameFiles(string actual, string expected)
    {
        var names = Directory.GetFiles(expected, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(expected, path)).Order().ToList();
        Assert.NotEmpty(names);
        Assert.Equal(names, Directory.GetFiles(actual, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(actual, path)).Order());
        Assert.All(names, name => Assert.Equal(File.ReadAllBytes(Path.Combine(expected, name)), File.ReadAllBytes(Path.Combine(actual, name))));
    }

    private sealed class At(double done, CancellationTokenSource stop) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            if (value.Done >= done) stop.Cancel();
        }
    }
}
