using Research.Learning.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Models;

public class LossGradientTests
{
    private static readonly GptSpec Spec = new(Layers: 2, Heads: 2, Width: 8, Block: 7, Vocabulary: 5);

    [Fact]
    public void Every_gradient_equals_the_finite_difference_of_an_independent_model()
    {
        const int Batch = 2, Time = 6;
        const double Step = 1e-4;
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var gradient = new LossGradient(model, Batch, Time);
        int[][] tokens = [RandomModel.Tokens(Spec, Time, 1), RandomModel.Tokens(Spec, Time, 2)];
        int[][] next = [RandomModel.Tokens(Spec, Time, 3), RandomModel.Tokens(Spec, Time, 4)];
        var losses = new float[Batch * Time];
        gradient.Compute(tokens.SelectMany(row => row).ToArray(), next.SelectMany(row => row).ToArray(), losses);
        var computed = new float[model.Layout.ParameterCount];
        gradient.Gradients.Read(computed);

        var exact = ExactGpt.Of(model);
        Assert.Equal(exact.Loss(tokens, next), losses.Average(), 1e-6);
        foreach (var tensor in model.Layout.Tensors)
        {
            var weights = exact.Weights[tensor.Name];
            for (var i = 0; i < weights.Length; i++)
            {
                var value = weights[i];
                weights[i] = value + Step;
                var above = exact.Loss(tokens, next);
                weights[i] = value - Step;
                var below = exact.Loss(tokens, next);
                weights[i] = value;
                var expected = (above - below) / (2 * Step);
                var actual = computed[tensor.Offset + i];
                Assert.True(
                    Math.Abs(actual - expected) <= 2e-6 + (1e-4 * Math.Abs(expected)),
                    $"{tensor.Name}[{i}]: gradient {actual}, finite difference {expected}");
            }
        }
    }

    [Fact]
    public void A_second_batch_leaves_no_trace_of_the_first()
    {
        const int Rows = 7;
        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Spec, device);
        using var fresh = new LossGradient(model, 1, Rows);
        using var used = new LossGradient(model, 1, Rows);
        var (tokens, next, losses) = (RandomModel.Tokens(Spec, Rows, 1), RandomModel.Tokens(Spec, Rows, 2), new float[Rows]);
        used.Compute(RandomModel.Tokens(Spec, Rows, 8), RandomModel.Tokens(Spec, Rows, 9), losses);
        used.Compute(tokens, next, losses);
        fresh.Compute(tokens, next, losses);

        Assert.Equal(Read(fresh), Read(used));

        float[] Read(LossGradient gradient)
        {
            var values = new float[model.Layout.ParameterCount];
            gradient.Gradients.Read(values);
            return values;
        }
    }
}
