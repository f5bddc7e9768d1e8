using Research.Jobs;
using Research.Learning.Vision;
using Research.Numerics.Cpu;

namespace Research.Learning.Tests.Vision;

[Trait("Size", "Small")]
public sealed class NetworkTests
{
    private static readonly Layer[] Layers =
    [
        Layer.Convolution(3, 3), Layer.MaxPool(2), Layer.Gelu, Layer.Convolution(4, 2), Layer.Gelu, Layer.Linear(6), Layer.Gelu, Layer.Linear(4),
    ];

    [Fact]
    public void Every_gradient_of_a_classifier_equals_the_finite_difference_of_an_independent_network()
    {
        var images = TinyImages.Of(6);
        var item = new ImageTraining("test", images.Size, Layers, ImageObjective.Classify, new() { Steps = 1, Batch = 6 }, 3);
        CheckGradients(item, images, (outputs, i) =>
        {
            var sum = outputs.Sum(Math.Exp);
            return Math.Log(sum) - outputs[images.Classes[i]];
        });
    }

    [Fact]
    public void Every_gradient_of_an_autoencoder_equals_the_finite_difference_of_an_independent_network()
    {
        var images = TinyImages.Of(5, height: 3, width: 4);
        Layer[] layers = [Layer.Linear(5), Layer.Gelu, Layer.Linear(images.Size.Length), Layer.Sigmoid];
        var item = new ImageTraining("test", images.Size, layers, ImageObjective.Reconstruct, new() { Steps = 1, Batch = 5 }, 4);
        CheckGradients(item, images, (outputs, i) => outputs.Zip(images.Numbers(i, 1), (y, x) => (y - x) * (y - x)).Average());
    }

    [Fact]
    public void An_image_too_small_for_a_layer_is_an_error_that_says_so()
    {
        var error = Assert.Throws<InputException>(() => new NetworkLayout(new(3, 3, 1), [Layer.Convolution(2, 3), Layer.MaxPool(2)], "the network"));
        Assert.Contains("1 x 1 x 2", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_are_named_and_shaped_as_in_a_sequential_of_PyTorch()
    {
        var layout = new NetworkLayout(new(8, 7, 2), Layers, "the network");

        Assert.Equal([3, 2, 3, 3], layout.Tensors.Single(tensor => tensor.Name == "0.weight").Shape);
        Assert.Equal([6, 2 * 1 * 4], layout.Tensors.Single(tensor => tensor.Name == "5.weight").Shape);
        Assert.Equal(3 + 4 + 6 + 4, layout.UndecayedCount);
        Assert.All(layout.Tensors, tensor => Assert.Equal(tensor.Name.EndsWith("weight", StringComparison.Ordinal), tensor.Offset >= layout.UndecayedCount));
    }

    private static void CheckGradients(ImageTraining item, LabelledImages images, Func<double[], int, double> loss)
    {
        const double Step = 1e-5;
        var layout = item.Layout;
        var start = Network.Initialize(layout, item.Seed);
        // Biases too shall be more than zeros.
        for (var i = 0; i < layout.UndecayedCount; i++)
        {
            start[i] = 0.1f * ((i % 5) - 2);
        }

        using var device = new CpuDevice(2, allowEmulatedFma: true);
        using var network = new Network(layout, device, start, images.Count + 2);
        using var step = new ImageLoss(item, images, network, device);
        var mean = step.Compute([.. Enumerable.Range(0, images.Count)]);
        var computed = new float[layout.ParameterCount];
        network.Gradients.Read(computed);

        var exact = Array.ConvertAll(start, value => (double)value);
        Assert.Equal(Loss(), mean, 1e-6);
        for (var i = 0; i < exact.Length; i++)
        {
            var value = exact[i];
            exact[i] = value + Step;
            var above = Loss();
            exact[i] = value - Step;
            var below = Loss();
            exact[i] = value;
            var expected = (above - below) / (2 * Step);
            Assert.True(Math.Abs(computed[i] - expected) <= 2e-6 + (1e-4 * Math.Abs(expected)), $"parameter {i}: {computed[i]}, finite difference {expected}");
        }

        double Loss() => Enumerable.Range(0, images.Count).Average(i =>
            loss(ExactNetwork.Outputs(layout, exact, Array.ConvertAll(images.Numbers(i, 1), v => (double)v)), i));
    }
}
