using System.Text;
using Research.Jobs;
using Research.Learning.Data;
using Research.Learning.Models;
using Research.Learning.Safetensors;
using Research.Numerics.Devices;

namespace Research.Learning.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ReferenceDevice device = new();
    private readonly TokenText corpus;
    private readonly Checkpoint checkpoint;

    public CheckpointTests()
    {
        corpus = TinyCorpus.Create(folder.Create("corpus"));
        checkpoint = Checkpoint.Open(folder.Create("out"));
        Trainer.Train(TinyCorpus.Training, corpus, checkpoint, new JobContext(), device);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void It_holds_final_weights_moments_snapshots_states_the_loss_curve_and_its_chain()
    {
        string[] expected = [
            "chain.parquet", "loss.parquet", "model.safetensors", "optimizer.safetensors", "snapshots/step-000000.safetensors",
            "snapshots/step-000001.safetensors", "snapshots/step-000005.safetensors", "snapshots/step-000012.safetensors",
            "states/step-000003.safetensors", "states/step-000006.safetensors", "states/step-000009.safetensors", "training.parquet"];
        Assert.Equal(expected, Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder["out"], path).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal([0, 1, 5, 12], checkpoint.SnapshotSteps);
        Assert.Equal([3, 6, 9], checkpoint.StateSteps);
        Assert.Equal(TinyCorpus.Training.Model, checkpoint.ReadHeader().Spec);
        Assert.Equal(corpus.Vocabulary, checkpoint.ReadHeader().Vocabulary);
        Assert.Equal((12, 5), (checkpoint.ReadHeader().Step, checkpoint.ReadHeader(5).Step));
    }

    [Fact]
    public void Snapshot_zero_is_the_initial_model_and_the_last_one_the_final_model()
    {
        using var first = Load(0);
        using var last = Load(12);
        using var final = Load(null);
        Assert.Equal(Initialization.Draw(first.Layout, TinyCorpus.Training.Seed), first.ReadParameters());
        Assert.Equal(final.ReadParameters(), last.ReadParameters());
        Assert.NotEqual(first.ReadParameters(), final.ReadParameters());
    }

    [Fact]
    public void Moments_and_step_are_there_under_the_optimizers_names()
    {
        using var reader = SafetensorsReader.Open(Path.Combine(folder["out"], "optimizer.safetensors"));
        var step = new long[1];
        reader.Read("step", [], step);
        var second = new float[TinyCorpus.Vocabulary * 8];
        reader.Read("exp_avg_sq.transformer.wte.weight", [TinyCorpus.Vocabulary, 8], second);
        Assert.Equal(12, step[0]);
        Assert.All(second, value => Assert.True(value > 0));
        Assert.Contains("exp_avg.transformer.h.1.mlp.c_proj.weight", reader.Tensors.Keys);
    }

    [Fact]
    public void Another_model_or_vocabulary_than_expected_is_refused()
    {
        var model = TinyCorpus.Training.Model;
        Assert.Contains("width 8", Refused(() => checkpoint.Load(device, model with { Width = 16 }, corpus.Vocabulary)).What);
        Assert.Contains("'\\nabcd'", Refused(() => checkpoint.Load(device, model, new Vocabulary("abce"))).What);
        Assert.Contains("step-000003", Refused(() => checkpoint.Load(device, model, corpus.Vocabulary, step: 3)).Where);
    }

    [Theory]
    [InlineData("\\\"Layers\\\":2", "\\\"Layers\\\":3", "is missing")]
    [InlineData("\\\"Layers\\\":2", "\\\"Layers\\\":1", "tensors")]
    [InlineData("\\\"Layers\\\":2", "\\\"Layers\\\":0", "Layers is 0")]
    [InlineData("\\\"Layers\\\":2", "\\\"Layers\\\":x", "no model shape")]
    [InlineData("\\\"Width\\\":8", "\\\"Width\\\":6", "expected F32 [5, 6]")]
    [InlineData("\"step\":\"12\"", "\"step\":\"-2\"", "lacks")]
    [InlineData("\"gpt\":", "\"gqt\":", "lacks")]
    [InlineData("\\nabcd", "\\nabdc", "not the 5 of the model")]
    [InlineData("\"F32\"", "\"F16\"", "element type F16")]
    public void A_header_that_contradicts_the_file_is_refused(string text, string replacement, string reason)
    {
        var path = Path.Combine(folder["out"], "model.safetensors");
        var bytes = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        Assert.Contains(text, bytes);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(bytes.Replace(text, replacement)));
        Assert.Contains(reason, Refused(() => Load(null)).Message);
    }

    private static InputException Refused(Func<Gpt> load) => Assert.Throws<InputException>(() => load().Dispose());

    private Gpt Load(int? step) => checkpoint.Load(device, TinyCorpus.Training.Model, corpus.Vocabulary, step);
}
