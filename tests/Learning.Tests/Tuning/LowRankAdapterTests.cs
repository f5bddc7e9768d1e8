using Research.Learning.Models;
using Research.Learning.Tests.Models;
using Research.Learning.Tuning;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Tuning;

public class LowRankAdapterTests
{
    private static readonly GptSpec Spec = new(Layers: 2, Heads: 2, Width: 8, Block: 7, Vocabulary: 5);

    [Theory]
    [InlineData(1, 3.0, AdaptedLayers.All)]
    [InlineData(3, 2.0, AdaptedLayers.Attention)]
    [InlineData(2, 2.0, AdaptedLayers.Mlp)]
    public void The_gradients_of_A_and_B_equal_finite_differences_of_an_independent_model(int rank, double alpha, AdaptedLayers layers)
    {
        const int Batch = 2, Time = 6;
        const double Step = 1e-4;
        var adapter = new AdapterSpec(rank, alpha, layers);
        using var device = new ReferenceDevice();
        using var adapted = new AdaptedModel(device, Spec, adapter);
        using var gradient = new LossGradient(adapted.Model, Batch, Time);
        int[][] tokens = [RandomModel.Tokens(Spec, Time, 1), RandomModel.Tokens(Spec, Time, 2)];
        int[][] next = [RandomModel.Tokens(Spec, Time, 3), RandomModel.Tokens(Spec, Time, 4)];
        gradient.Compute(tokens.SelectMany(row => row).ToArray(), next.SelectMany(row => row).ToArray(), new float[Batch * Time]);
        adapted.Adapter.Backward(gradient.Gradients);
        var computed = new float[adapted.Model.Layout.ParameterCount];
        gradient.Gradients.Read(computed);

        foreach (var layer in adapted.Model.Layout.Adapted)
        {
            foreach (var factor in new[] { layer.A, layer.B })
            {
                for (var i = 0; i < factor.Length; i++)
                {
                    var expected = (Loss(factor.Offset + i, Step) - Loss(factor.Offset + i, -Step)) / (2 * Step);
                    var actual = computed[factor.Offset + i];
                    Assert.True(
                        Math.Abs(actual - expected) <= 2e-6 + (2e-4 * Math.Abs(expected)),
                        $"{factor.Name}[{i}]: gradient {actual}, finite difference {expected}");
                }
            }
        }

        double Loss(int parameter, double change)
        {
            var values = Array.ConvertAll(adapted.Initial, value => (double)value);
            values[parameter] += change;
            var exact = ExactGpt.Of(adapted.Model);
            foreach (var layer in adapted.Model.Layout.Adapted)
            {
                AdaptedModel.Merged(layer, rank, alpha / rank, values).CopyTo(exact.Weights[layer.Weight.Name], 0);
            }

            return exact.Loss(tokens, next);
        }
    }

    [Fact]
    public void Merged_weights_are_the_frozen_ones_and_the_scaled_product()
    {
        using var device = new ReferenceDevice();
        using var adapted = new AdaptedModel(device, Spec, new AdapterSpec(3, 1.5, AdaptedLayers.All));
        var values = Array.ConvertAll(adapted.Initial, value => (double)value);

        var weights = adapted.Model.ReadParameters();

        foreach (var layer in adapted.Model.Layout.Adapted)
        {
            var expected = AdaptedModel.Merged(layer, 3, 0.5, values);
            for (var i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i], weights[layer.Weight.Offset + i], 1e-5);
            }
        }
    }

    [Fact]
    public void Every_device_returns_the_same_bits()
    {
        var adapter = new AdapterSpec(3, 1.7, AdaptedLayers.All);
        using var reference = new ReferenceDevice();
        using var processor = new CpuDevice(2);

        Assert.Equal(Bits(reference), Bits(processor));

        int[] Bits(Device device)
        {
            using var adapted = new AdaptedModel(device, Spec, adapter);
            using var gradients = device.Floats(adapted.Model.Layout.ParameterCount);
            gradients.Write(adapted.Initial);
            adapted.Adapter.Backward(gradients);
            var values = new float[gradients.Length];
            gradients.Read(values);
            return Array.ConvertAll([.. adapted.Model.ReadParameters(), .. values], BitConverter.SingleToInt32Bits);
        }
    }

    /// <summary>A random model with a random adapter, merged.</summary>
    private sealed class AdaptedModel : IDisposable
    {
        public AdaptedModel(Device device, GptSpec spec, AdapterSpec adapter)
        {
            var layout = new GptLayout(spec, adapter);
            using var model = RandomModel.Of(spec, device);
            var philox = new Philox(9, "test adapter");
            Initial = [.. model.ReadParameters(), .. Enumerable.Range(0, layout.ParameterCount - layout.ModelCount).Select(i => 0.2f * (float)philox.Normal(i))];
            Model = new Gpt(spec, device, Initial, adapter);
            Adapter = new LowRankAdapter(Model, adapter, Initial);
            Adapter.Merge();
        }

        public float[] Initial { get; }

        public Gpt Model { get; }

        public LowRankAdapter Adapter { get; }

        /// <summary>W0 + s B A, element by element in double precision.</summary>
        public static double[] Merged(AdaptedLayout layer, int rank, double scale, double[] values)
        {
            var merged = new double[layer.Weight.Length];
            for (var o = 0; o < layer.Outputs; o++)
            {
                for (var i = 0; i < layer.Inputs; i++)
                {
                    var sum = 0.0;
                    for (var r = 0; r < rank; r++)
                    {
                        sum += values[layer.B.Offset + (o * rank) + r] * values[layer.A.Offset + (r * layer.Inputs) + i];
                    }

                    var place = (o * layer.Inputs) + i;
                    merged[place] = values[layer.Weight.Offset + place] + (scale * sum);
                }
            }

            return merged;
        }

        public void Dispose()
        {
            Adapter.Dispose();
            Model.Dispose();
        }
    }
}
