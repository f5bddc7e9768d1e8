namespace Research.Snapshots.Tests;

/// <summary>The verb Audit, as a user runs it on the trainings of the profile <c>smoke</c>.</summary>
public sealed class AuditTests(SmokeRun smoke) : IClassFixture<SmokeRun>
{
    private const string Job = "released-e=0-w24-seed-1";
    private const string Artifact = $"artifacts/smoke/checkpoints/{Job}";

    [Fact]
    public async Task A_training_reproduces_segment_by_segment_from_the_store_and_from_a_folder_on_narrower_vectors()
    {
        using var checkout = new Checkout(smoke.Checkout);
        CopyArtifact(checkout["elsewhere"]);

        var stored = (await checkout.RunAsync($"Audit --profile smoke --job {Job} --segments 9")).Succeeded();
        var elsewhere = (await checkout.RunAsync(
            $"Audit --profile smoke --job {Job} --segments 1 --audit-seed 5 --checkpoint {checkout["elsewhere"]} --jobs 1",
            ("DOTNET_EnableAVX512", "0"))).Succeeded();

        Assert.Contains("3 of 3 segments reproduce bit for bit", stored.Output);
        Assert.Contains("300 of 300 steps (100 %)", stored.Output);
        Assert.Contains("1 of 1 segments reproduce bit for bit: Train / released e=0 · w24 · seed 1, audit seed 5", elsewhere.Output);
        Assert.Contains("if 1 of 3 were forged: found with probability 0.333; 3 to replay for 95 %", elsewhere.Output);
    }

    [Fact]
    public async Task An_altered_artifact_fails_with_its_file_and_step()
    {
        using var checkout = new Checkout(smoke.Checkout);
        CopyArtifact(checkout["elsewhere"]);
        var state = Path.Combine(checkout["elsewhere"], "states", "step-000200.safetensors");
        Alter(state);

        var result = await checkout.RunAsync($"Audit --profile smoke --job {Job} --checkpoint {checkout["elsewhere"]}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("step-000200.safetensors: the digest of the second moment of step 200 is", result.Output);
    }

    [Fact]
    public async Task What_has_not_been_trained_is_said_and_not_trained()
    {
        using var checkout = new Checkout(smoke.Checkout);

        var result = await checkout.RunAsync($"Audit --profile smoke --job {Job} --seeds 1 --steps 290");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Train / released e=0 · w24 · seed 1 is not in the cache (spec.Schedule.Steps changed)", result.Output);
    }

    [Theory]
    [InlineData("Train")]
    [InlineData("ScaleTrain")]
    [InlineData("OverlapTrain")]
    [InlineData("GincTrain")]
    [InlineData("ChainTrain")]
    [InlineData("Tune")]
    public async Task Every_kind_of_training_is_audited_by_the_name_of_its_job(string target)
    {
        using var checkout = new Checkout(smoke.Checkout);
        var job = smoke.Run.Jobs.Last(job => job.Target == target);

        var result = (await checkout.RunAsync(["Audit", "--profile", "smoke", "--job", $"{job}", "--segments", "1"])).Succeeded();

        Assert.Contains($"1 of 1 segments reproduce bit for bit: {job}, audit seed ", result.Output);
    }

    [Theory]
    [InlineData("full")]
    [InlineData("LoRA")]
    public async Task A_fine_tuning_from_elsewhere_reproduces_from_its_base_and_fails_for_another_or_an_altered_one(string method)
    {
        using var checkout = new Checkout(smoke.Checkout);
        var folder = Directory.EnumerateDirectories(smoke.Checkout["artifacts/smoke/tuned-checkpoints"]).Single(path => path.Contains(method));
        CopyFolder(folder, checkout["tuned"]);
        CopyFolder(smoke.Checkout["artifacts/smoke/checkpoints/released-e=0.04-w24-seed-1"], checkout["base"]);
        var command = $"Audit --profile smoke --job {Path.GetFileName(folder)} --checkpoint {checkout["tuned"]} --base-checkpoint {checkout["base"]}";

        var honest = (await checkout.RunAsync(command)).Succeeded();
        Alter(checkout["tuned/model.safetensors"]);
        var tuned = await checkout.RunAsync(command);
        Alter(checkout["base/model.safetensors"]);
        var start = await checkout.RunAsync(command);
        var other = await checkout.RunAsync(command.Replace(checkout["base"], smoke.Checkout[Artifact], StringComparison.Ordinal));

        Assert.Contains("1 of 1 segments reproduce bit for bit: Tune / ", honest.Output);
        Assert.Contains("it goes on from released e=0.04 · w24 · seed 1, whose record was checked without replay", honest.Output);
        Assert.Equal((1, 1, 1), (tuned.ExitCode, start.ExitCode, other.ExitCode));
        Assert.Contains("tuned/model.safetensors: the digest of the weights of step 60 is", tuned.Output);
        Assert.Contains("base/model.safetensors: the digest of the weights of step 300 is", start.Output);
        Assert.Contains($"{Path.GetFileName(Artifact)}/training.parquet: the training had Corpus.Digest", other.Output);
    }

    [Fact]
    public async Task A_name_that_is_none_or_many_or_has_no_base_is_said()
    {
        using var checkout = new Checkout(smoke.Checkout);

        var near = await Audit("released e=0.04 · w24 · seed 1 · ful rate 0.002");
        var many = await Audit("Tune");
        var seeded = await Audit(Job, "--base-checkpoint", checkout.Root);

        Assert.Contains("Did you mean 'released e=0.04 · w24 · seed 1 · full rate 0.002'?", near.Output);
        Assert.Contains("'Tune' names 2 trainings: Tune / released e=0.04 · w24 · seed 1 · full rate 0.002, Tune / released", many.Output);
        Assert.Contains("Train / released e=0 · w24 · seed 1 begins with its seed, not with a checkpoint", seeded.Output);

        Task<BuildResult> Audit(string job, params string[] more) => checkout.RunAsync(["Audit", "--profile", "smoke", "--job", job, .. more]);
    }

    private void CopyArtifact(string folder) => CopyFolder(smoke.Checkout[Artifact], folder);

    private static void Alter(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static void CopyFolder(string source, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(path));
        }
    }
}
