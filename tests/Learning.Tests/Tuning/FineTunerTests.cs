using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Models;
using Research.Learning.Tuning;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Tuning;

public sealed class FineTunerTests : IDisposable
{
    private static readonly AdapterSpec Rank2 = new(2, 4, AdaptedLayers.Mlp);

    private readonly TunedRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public void Fine_tuning_an_untrained_model_is_training_it()
    {
        var untrained = TinyCorpus.Training with { Schedule = new TrainingSpec { Steps = 0, Batch = 1 } };
        var start = Checkpoint.Open(run.Create("untrained"));
        var whole = Checkpoint.Open(run.Create("whole"));
        using var device = new ReferenceDevice();
        Trainer.Train(untrained, run.Text, start, new JobContext(), device);
        Trainer.Train(TinyCorpus.Training, run.Text, whole, new JobContext(), device);

        var tuned = run.Tune(new FineTuning(untrained, "text", TinyCorpus.Training.Schedule, TinyCorpus.Training.Seed), "tuned", from: start);

        Assert.Equal(run.Weights(whole), run.Weights(tuned));
        Assert.Equal(whole.ReadLosses(), tuned.ReadLosses());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_begins_with_the_weights_of_the_base(bool adapter)
    {
        var tuned = run.Tune(TunedRun.Spec with { Adapter = adapter ? Rank2 : null }, "tuned");

        Assert.Equal(run.Weights(run.Base), run.Weights(tuned, step: 0));
        Assert.NotEqual(run.Weights(run.Base), run.Weights(tuned));
        Assert.Equal([0, 1, 4], tuned.SnapshotSteps);
    }

    [Fact]
    public void Full_fine_tuning_changes_every_tensor()
    {
        var (before, after) = (run.Weights(run.Base), run.Weights(run.Tune(TunedRun.Spec, "tuned")));

        Assert.All(before.Keys, name => Assert.NotEqual(before[name], after[name]));
    }

    [Theory]
    [InlineData(AdaptedLayers.All, "attn.c_attn", "attn.c_proj", "mlp.c_fc", "mlp.c_proj")]
    [InlineData(AdaptedLayers.Attention, "attn.c_attn", "attn.c_proj")]
    [InlineData(AdaptedLayers.Mlp, "mlp.c_fc", "mlp.c_proj")]
    public void An_adapter_changes_its_layers_and_leaves_every_other_bit(AdaptedLayers layers, params string[] adapted)
    {
        var (before, after) = (run.Weights(run.Base), run.Weights(run.Tune(TunedRun.Spec with { Adapter = new(1, 1, layers) }, "tuned")));

        var changed = before.Keys.Where(name => !before[name].SequenceEqual(after[name]));
        Assert.Equal(
            Enumerable.Range(0, 2).SelectMany(layer => adapted.Select(name => $"transformer.h.{layer}.{name}.weight")).Order(), changed.Order());
    }

    [Fact]
    public void The_first_update_changes_B_alone_for_B_starts_at_zero()
    {
        var tuned = run.Tune(TunedRun.Spec with { Adapter = Rank2 }, "tuned");
        var layout = new GptLayout(TinyCorpus.Training.Model, Rank2);
        var (first, second) = (Values(0), Values(1));

        foreach (var layer in layout.Adapted)
        {
            Assert.Equal(Of(layer.A, first), Of(layer.A, second));
            Assert.All(Of(layer.B, first), value => Assert.Equal(0, value));
            Assert.All(Of(layer.B, second), value => Assert.NotEqual(0, value));
        }

        float[] Values(int step) => ParameterFile.ReadWeights(tuned.Snapshot(step)).Weights;
        static float[] Of(ParameterTensor tensor, float[] values) => values[tensor.Offset..(tensor.Offset + tensor.Length)];
    }

    [Fact]
    public void The_gradients_norm_is_that_of_the_trained_parameters_alone()
    {
        // While B is 0, the only gradient of the trained parameters is B's, which is proportional to the scale.
        var (once, twice) = (FirstNorm(2), FirstNorm(4));

        Assert.Equal(2 * once, twice, 1e-12);

        double FirstNorm(double alpha) => run
            .Tune(TunedRun.Spec with { Adapter = Rank2 with { Alpha = alpha } }, $"alpha{alpha}").ReadLosses().First().GradientNorm;
    }

    [Fact]
    public void The_change_of_a_weight_has_at_most_the_adapters_rank()
    {
        var tuned = run.Tune(TunedRun.Spec with { Adapter = new(1, 4, AdaptedLayers.All) }, "tuned");
        var full = run.Tune(TunedRun.Spec, "full");
        var model = TinyCorpus.Training.Model;

        foreach (var layer in new GptLayout(model, new(1, 4, AdaptedLayers.All)).Adapted)
        {
            Assert.InRange(LargestMinor(tuned, layer), 0, 1e-4);
            Assert.InRange(LargestMinor(full, layer), 1e-2, 2);
        }

        // Of rank 1 exactly if every 2 x 2 minor is 0; relative to the square of the largest change.
        double LargestMinor(Checkpoint checkpoint, AdaptedLayout layer)
        {
            var (after, before) = (ParameterFile.ReadWeights(checkpoint.Final).Weights, ParameterFile.ReadWeights(run.Base.Final).Weights);
            double Change(int o, int i) => after[layer.Weight.Offset + (o * layer.Inputs) + i] - (double)before[layer.Weight.Offset + (o * layer.Inputs) + i];
            var (minor, largest) = (0.0, 0.0);
            for (var o = 1; o < layer.Outputs; o++)
            {
                for (var i = 1; i < layer.Inputs; i++)
                {
                    minor = Math.Max(minor, Math.Abs((Change(0, 0) * Change(o, i)) - (Change(0, i) * Change(o, 0))));
                    largest = Math.Max(largest, Math.Abs(Change(o, i)));
                }
            }

            return minor / (largest * largest);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_stopped_and_continued_ends_with_the_same_bytes(bool adapter)
    {
        var item = TunedRun.Spec with { Adapter = adapter ? Rank2 : null };
        run.Tune(item, "whole");
        var resume = run.Create("resume");
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => run.Tune(
            item, "unfinished", new JobContext { ResumeFolder = resume, Cancellation = stop.Token, Progress = new StopAfter(stop, 5) }));
        var log = new StringWriter();

        run.Tune(item, "resumed", new JobContext { ResumeFolder = resume, Log = log });

        Assert.Contains("continues after step 6 of 8", log.ToString());
        Assert.Equal(FolderDigests.Of(run["whole"]), FolderDigests.Of(run["resumed"]));
    }

    [Fact]
    public void A_checkpoint_of_another_vocabulary_is_refused()
    {
        var other = TinyCorpus.Create(run.Create("other"), "abce", "ecba", "aabb");

        var error = Assert.Throws<InputException>(() => run.Tune(TunedRun.Spec, "out", text: other));

        Assert.Equal(@"the checkpoint's model knows 5 characters, '\nabcd', the text to tune on has 6 characters, '\nabcde'", error.What);
        Assert.Contains("exactly the model's characters", error.Remedy);
        Assert.Empty(Directory.GetFiles(run["out"]));
    }

    [Fact]
    public void A_checkpoint_of_another_shape_is_refused()
    {
        var item = TunedRun.Spec with { Base = TinyCorpus.Training with { Model = TinyCorpus.Training.Model with { Layers = 3 } } };

        var error = Assert.Throws<InputException>(() => run.Tune(item, "out"));

        Assert.Contains("the file holds 2 layers", error.What);
    }

    [Theory]
    [InlineData(0, 1.0, "rank is 0")]
    [InlineData(9, 1.0, "rank is 9")]
    [InlineData(2, 0.0, "alpha is 0")]
    [InlineData(2, double.NaN, "alpha is NaN")]
    public void An_adapter_that_cannot_be_is_refused(int rank, double alpha, string what)
    {
        var error = Assert.Throws<InputException>(() => (TunedRun.Spec with { Adapter = new(rank, alpha, AdaptedLayers.All) }).Validate());

        Assert.Contains(what, error.What);
    }

    private sealed class StopAfter(CancellationTokenSource stop, int steps) : IProgress<JobProgress>
    {
        private int left = steps;

        public void Report(JobProgress value)
        {
            if (--left == 0)
            {
                stop.Cancel();
            }
        }
    }
}
