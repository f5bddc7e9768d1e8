using Research.Jobs;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Checkpoints;

/// <summary>Trainings whose process dies: the disk is as it was at that moment, and the next process goes on from it.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TokenText corpus;

    public ResumeTests() => corpus = TinyCorpus.Create(folder.Create("corpus"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_killed_after_any_step_ends_with_the_same_bytes()
    {
        var whole = WholeRun();
        for (var step = 1; step <= 12; step++)
        {
            var log = Resume($"killed-{step}", folder[$"disk-{step}"]);
            Assert.Contains($"continues after step {step} of 12", log);
            Assert.Equal(whole, FolderDigests.Of(folder[$"killed-{step}"]));
        }
    }

    [Fact]
    public void A_run_killed_between_files_of_one_step_ends_with_the_same_bytes()
    {
        // What is kept of a step is written before the state: the disk of a step, but with the state of the one before.
        var whole = WholeRun();
        for (var step = 2; step <= 12; step++)
        {
            var disk = FolderDigests.Copy(folder[$"disk-{step}"], folder[$"between-{step}"]);
            File.Copy(Path.Combine(folder[$"disk-{step - 1}"], "state.safetensors"), Path.Combine(disk, "state.safetensors"), overwrite: true);
            File.WriteAllText(Path.Combine(disk, "state.safetensors.partial"), "torn");
            Assert.Contains($"continues after step {step - 1} of 12", Resume($"resumed-{step}", disk));
            Assert.Equal(whole, FolderDigests.Of(folder[$"resumed-{step}"]));
        }
    }

    [Fact]
    public void A_run_killed_while_it_fills_its_output_goes_on_from_the_last_state()
    {
        var whole = WholeRun();
        var disk = folder["disk-12"];
        Resume("first", disk);
        Assert.Contains("continues after step 12", Resume("second", disk));
        Assert.Equal(whole, FolderDigests.Of(folder["second"]));
    }

    [Theory]
    [InlineData("state.safetensors")]
    [InlineData("snapshots/step-000005.safetensors")]
    [InlineData("states/step-000003.safetensors")]
    public void A_torn_missing_or_altered_file_makes_the_run_start_anew(string file)
    {
        var whole = WholeRun();
        var damages = new (string Name, Action<string> Do)[]
        {
            ("torn", path => Rewrite(path, bytes => bytes[..(bytes.Length / 2)])),
            ("empty", path => Rewrite(path, _ => [])),
            ("flipped", path => Rewrite(path, Flipped)),
            ("missing", File.Delete),
        };
        foreach (var (name, damage) in damages)
        {
            var disk = FolderDigests.Copy(folder["disk-7"], folder[$"{name}"]);
            damage(Path.Combine(disk, file));
            Assert.DoesNotContain("continues", Resume($"after-{name}", disk));
            Assert.Equal(whole, FolderDigests.Of(folder[$"after-{name}"]));
        }
    }

    private Dictionary<string, string> WholeRun()
    {
        var resume = folder.Create("resume");
        var step = 0;
        Train("whole", new JobContext
        {
            ResumeFolder = resume,
            Progress = new OnReport(() => FolderDigests.Copy(resume, folder.Create($"disk-{++step}"))),
        });
        return FolderDigests.Of(folder["whole"]);
    }

    private string Resume(string output, string disk)
    {
        var log = new StringWriter();
        Train(output, new JobContext { ResumeFolder = disk, Log = log });
        return log.ToString();
    }

    private void Train(string output, JobContext job)
    {
        using var device = new ReferenceDevice();
        Trainer.Train(TinyCorpus.Training, corpus, Checkpoint.Open(folder.Create(output)), job, device, TimeSpan.Zero);
    }

    private static void Rewrite(string path, Func<byte[], byte[]> change) => File.WriteAllBytes(path, change(File.ReadAllBytes(path)));

    private static byte[] Flipped(byte[] bytes)
    {
        bytes[^40] ^= 1;
        return bytes;
    }

    private sealed class OnReport(Action action) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => action();
    }
}
