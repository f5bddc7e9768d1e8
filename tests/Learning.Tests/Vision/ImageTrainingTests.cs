using Research.Jobs;
using Research.Learning.Vision;

namespace Research.Learning.Tests.Vision;

public sealed class ImageTrainingTests : IDisposable
{
    private static readonly LabelledImages Images = TinyImages.Of(200);

    private static readonly TrainingSpec Schedule = new() { Steps = 60, Batch = 20, LearningRate = 1e-2, WarmupSteps = 5 };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_classifier_learns_what_can_be_seen_and_answers_the_same_from_its_checkpoint()
    {
        var item = new ImageTraining(
            "test", Images.Size, [Layer.Convolution(4, 3), Layer.MaxPool(2), Layer.Gelu, Layer.Linear(4)], ImageObjective.Classify, Schedule, 1);
        var checkpoint = Open("classifier");
        ImageTrainer.Train(item, Images, checkpoint, new JobContext());

        using var model = ImageModel.Load(item, checkpoint, new JobContext { Threads = 2 });
        var logits = model.Outputs(Images, CancellationToken.None);
        var right = Enumerable.Range(0, Images.Count).Count(i => logits.AsSpan(i * 4, 4).ToArray() is var row && Array.IndexOf(row, row.Max()) == Images.Classes[i]);
        Assert.True(right > 190, $"{right} of 200 are right");
        Assert.Equal(60, checkpoint.ReadLosses().Count());
    }

    [Fact]
    public void An_autoencoder_comes_nearer_to_its_images()
    {
        var item = new ImageTraining(
            "test", Images.Size, [Layer.Linear(4), Layer.Gelu, Layer.Linear(Images.Size.Length), Layer.Sigmoid], ImageObjective.Reconstruct, Schedule with { Steps = 400 }, 1);
        var checkpoint = Open("autoencoder");
        ImageTrainer.Train(item, Images, checkpoint, new JobContext());

        double[] losses = [.. checkpoint.ReadLosses().Select(row => row.Loss)];
        Assert.True(losses[^1] < 0.3 * losses[0], $"{losses[0]} to {losses[^1]}");
    }

    [Fact]
    public void Transformers_learn_sequences_of_images_and_labels()
    {
        var item = Sequence(Steps: 80);
        var checkpoint = Open("sequences");
        SequenceTrainer.Train(item, Images, checkpoint, new JobContext());

        using var model = SequenceModel.Load(item, checkpoint, new JobContext());
        var logits = model.Logits(Images, [.. Enumerable.Range(0, 120)], CancellationToken.None);
        var right = Enumerable.Range(0, 120).Count(i => logits.AsSpan(i * 4, 4).ToArray() is var row && Array.IndexOf(row, row.Max()) == Images.Classes[i]);
        Assert.True(right > 108, $"{right} of 120 are right");
    }

    [Fact]
    public void Threads_change_no_bit_of_a_training()
    {
        var item = Sequence(Steps: 5);
        string[] digests = [.. new[] { 1, 3 }.Select(threads =>
        {
            var name = $"threads {threads}";
            SequenceTrainer.Train(item, Images, Open(name), new JobContext { Threads = threads });
            return string.Join(' ', FolderDigests.Of(folder[name]).OrderBy(file => file.Key).Select(file => $"{file}"));
        })];

        Assert.Equal(digests[0], digests[1]);
    }

    [Fact]
    public void Images_of_another_size_are_an_error()
    {
        var item = new ImageTraining("net 7", new(8, 8, 1), [Layer.Linear(4)], ImageObjective.Classify, Schedule, 1);
        var error = Assert.Throws<InputException>(() => ImageTrainer.Train(item, Images, Open("other"), new JobContext()));
        Assert.Equal("net 7", error.Where);
    }

    private static SequenceTraining Sequence(int Steps) => new(
        "test", Images.Size, [Layer.Convolution(4, 3), Layer.MaxPool(2), Layer.Gelu, Layer.Linear(8)],
        new GptSpec(2, 2, 8, 5, 4), 3, 0.5, Schedule with { Steps = Steps }, 1);

    private NetworkCheckpoint Open(string name) => NetworkCheckpoint.Open(folder.Create(name));
}
