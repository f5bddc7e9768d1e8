using Research.Learning.Models;
using Research.Learning.Vision;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Vision;

[Trait("Size", "Small")]
public sealed class SequenceGradientTests : IDisposable
{
    private static readonly LabelledImages Images = TinyImages.Of(12);

    private static readonly SequenceTraining Item = new(
        "test", Images.Size, [Layer.Convolution(3, 3), Layer.MaxPool(2), Layer.Gelu, Layer.Linear(6)],
        new GptSpec(1, 2, 6, 5, 4), 3, 0.5, new() { Steps = 1, Batch = 4 }, 5);

    private readonly CpuDevice device = new(2, allowEmulatedFma: true);

    public void Dispose() => device.Dispose();

    /// <summary>Along its own gradient, every tensor changes the loss by as much as the gradient says.</summary>
    [Fact]
    public void The_gradient_of_every_tensor_predicts_how_the_loss_changes_along_it()
    {
        var transformer = Array.ConvertAll(Initialization.Draw(new GptLayout(Item.Model), 1), value => 8f * value);
        var embedding = Network.Initialize(Item.EmbeddingLayout, 1);
        using var network = new SequenceNetwork(Item, device, transformer, embedding, 4);
        var (ofTransformer, ofEmbedding) = Gradients(network);
        Check(new GptLayout(Item.Model).Tensors, network.Transformer.Parameters, transformer, ofTransformer);
        Check(Item.EmbeddingLayout.Tensors, network.Embedding.Parameters, embedding, ofEmbedding);

        void Check(IReadOnlyList<ParameterTensor> tensors, FloatBuffer buffer, float[] start, float[] gradient)
        {
            foreach (var tensor in tensors)
            {
                var part = gradient.AsSpan(tensor.Offset, tensor.Length).ToArray();
                var norm = Math.Sqrt(part.Sum(value => (double)value * value));
                Assert.True(norm > 1e-4, $"{tensor.Name} has a gradient of {norm}");
                const double Step = 2e-3;
                var difference = (Moved(Step) - Moved(-Step)) / (2 * Step);
                buffer.Write(start);
                Assert.True(Math.Abs(difference - norm) < 0.02 * norm + 1e-4, $"{tensor.Name}: {difference}, the gradient says {norm}");

                double Moved(double step)
                {
                    var values = (float[])start.Clone();
                    for (var i = 0; i < part.Length; i++)
                    {
                        values[tensor.Offset + i] += (float)(step * part[i] / norm);
                    }

                    buffer.Write(values);
                    return Loss(network);
                }
            }
        }
    }

    [Fact]
    public void A_label_is_predicted_from_what_stands_before_it_only()
    {
        using var network = new SequenceNetwork(
            Item, device, Initialization.Draw(new GptLayout(Item.Model), 1), Network.Initialize(Item.EmbeddingLayout, 1), 1);
        int[] labels = [0, 1, 2];
        var before = Logits(network, Images.Numbers(0, 3), labels);
        var otherImage = Images.Numbers(0, 3);
        otherImage.AsSpan(2 * Images.Size.Length).Fill(0.9f);
        var after = Logits(network, otherImage, [0, 3, 1]);

        // The first two images and the first label are the same: so are the answers at both images.
        Assert.Equal(before[..12], after[..12]);
        Assert.NotEqual(before[16..], after[16..]);
    }

    [Fact]
    public void Bursty_sequences_have_two_classes_and_others_any()
    {
        var sequences = new ImageSequences(TinyImages.Of(400, classes: 40), 5, new Philox(1, "sequences"));
        var chosen = new int[5 * 200];
        sequences.Draw(3, 1.0, chosen);
        Assert.All(chosen.Chunk(5), sequence => Assert.InRange(sequence.Select(image => image % 40).Distinct().Count(), 1, 2));

        sequences.Draw(3, 0.0, chosen);
        Assert.Equal(40, chosen.Select(image => image % 40).Distinct().Count());
        Assert.True(chosen.Chunk(5).Count(sequence => sequence.Select(image => image % 40).Distinct().Count() == 5) > 100);
    }

    private static (float[] Transformer, float[] Embedding) Gradients(SequenceNetwork network)
    {
        Loss(network);
        var (transformer, embedding) = (new float[network.Gradients.Length], new float[network.Embedding.Gradients.Length]);
        network.Gradients.Read(transformer);
        network.Embedding.Gradients.Read(embedding);
        return (transformer, embedding);
    }

    private static double Loss(SequenceNetwork network) =>
        network.Compute(Images.Numbers(0, 12), [.. Images.Classes]);

    private static float[] Logits(SequenceNetwork network, float[] pixels, int[] labels)
    {
        var view = network.Forward(pixels, labels);
        var values = new float[view.Length];
        view.Buffer.Read(values, view.Offset);
        return values;
    }
}
