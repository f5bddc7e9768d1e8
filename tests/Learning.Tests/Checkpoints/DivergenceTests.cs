using System.Text.RegularExpressions;
using Research.Jobs;
using Research.Learning.Auditing;
using Research.Learning.Checkpoints;
using Research.Learning.Optimization;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Checkpoints;

public sealed class DivergenceTests : IDisposable
{
    // The decay multiplies the weights by about -10^6 a step: they overflow soon.
    private static readonly Training Item = TinyCorpus.Training with
    {
        Schedule = TinyCorpus.Training.Schedule with { Steps = 400, LearningRate = 1e3, WeightDecay = 1e3, SnapshotSteps = [1] },
    };

    private readonly TemporaryFolder folder = new();
    private readonly TokenText corpus;

    public DivergenceTests() => corpus = TinyCorpus.Create(folder.Create("corpus"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_ends_the_run_with_step_rate_norm_and_remedy_and_nothing_in_the_output()
    {
        var error = Fails("out", new JobContext());
        Assert.Matches("(loss|gradient) is .* at step [0-9]+ [(]learning rate 1000, (loss|gradient norm) ", error.What);
        Assert.Contains("Lower LearningRate (now 1000)", error.Remedy);
        Assert.Equal(Item.ToString(), error.Where);
    }

    [Fact]
    public void With_a_resume_folder_nothing_is_written_elsewhere_and_the_last_finite_state_is_kept_there()
    {
        var resume = folder.Create("resume");
        var error = Fails("out", new JobContext { ResumeFolder = resume });
        Assert.Empty(Directory.GetFileSystemEntries(folder["out"]));
        var match = Regex.Match(error.What, "at step ([0-9]+) .*; the last good state, after step ([0-9]+), is kept in (.*)$");
        var (failed, good) = (int.Parse(match.Groups[1].Value), int.Parse(match.Groups[2].Value));
        Assert.Equal(Path.Combine(resume, "state.safetensors"), match.Groups[3].Value);
        var state = Read(resume, Item);
        Assert.Equal(good, state.Step);
        Assert.InRange(good, 1, failed - 1);
        Assert.All(state.Weights.Concat(state.FirstMoment).Concat(state.SecondMoment), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void The_state_kept_is_the_same_however_often_it_was_saved_before()
    {
        Fails("a", new JobContext { ResumeFolder = folder.Create("rarely") });
        Fails("b", new JobContext { ResumeFolder = folder.Create("always") }, TimeSpan.Zero);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(folder["rarely"], "state.safetensors")),
            File.ReadAllBytes(Path.Combine(folder["always"], "state.safetensors")));
    }

    [Fact]
    public void Run_again_it_goes_on_from_there_and_fails_the_same_way()
    {
        var resume = folder.Create("resume");
        var first = Fails("first", new JobContext { ResumeFolder = resume });
        var log = new StringWriter();
        Assert.Equal(first.Message, Fails("second", new JobContext { ResumeFolder = resume, Log = log }).Message);
        Assert.Contains("continues after step", log.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void Where_the_update_itself_overflowed_it_goes_back_to_the_last_finite_state(int savedAt)
    {
        var item = TinyCorpus.Training;
        using var device = new ReferenceDevice();
        using var run = new TrainingRun(item, corpus.Train, device);
        var resume = folder.Create("resume");
        var checkpoint = new ResumableCheckpoint(
            new JobContext { ResumeFolder = resume }, item, corpus, Checkpoint.Open(folder.Create("out")), TimeSpan.MaxValue);
        float[] beforeLast = [];
        checkpoint.Keep(run);
        while (run.Step < 5)
        {
            beforeLast = run.Model.ReadParameters();
            run.Advance();
            checkpoint.Keep(run);
            if (run.Step == savedAt)
            {
                checkpoint.Save(run);
            }
        }

        var broken = run.Capture();
        broken.Weights[3] = float.PositiveInfinity;
        run.Restore(broken);
        var error = checkpoint.Diverged(run, new DivergenceException(new LossRow(6, double.NaN, 1e-2, 3, 144)));
        Assert.Contains("the loss is NaN at step 6 (learning rate 0.01, gradient norm 3); the last good state, after step 4,", error.What);
        Assert.Equal(beforeLast, Read(resume, item).Weights);
    }

    private InputException Fails(string output, JobContext job, TimeSpan? interval = null)
    {
        using var device = new ReferenceDevice();
        return Assert.Throws<InputException>(() => Trainer.Train(
            Item, corpus, Checkpoint.Open(folder.Create(output)), job, device, interval ?? TimeSpan.FromHours(1)));
    }

    private TrainingState Read(string resume, Training item) => ResumeFile.Read(
        Path.Combine(resume, "state.safetensors"), new CheckpointHeader(item.Model, corpus.Vocabulary, 0), 24,
        new ChainSchedule(item.Schedule).Entries,
        new DigestChain(ChainHead.DigestOf(ChainHead.Of(item, corpus.Vocabulary, corpus.Train))));
}
