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
        var bytes = File.ReadAllBytes(state);
        bytes[^1] ^= 1;
        File.WriteAllBytes(state, bytes);

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

    private void CopyArtifact(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(smoke.Checkout[Artifact], "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(smoke.Checkout[Artifact], path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(path));
        }
    }
}
