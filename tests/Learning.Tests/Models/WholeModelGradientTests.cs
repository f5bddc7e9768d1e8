using Research.Learning.Models;
using Research.Numerics;
using Research.Numerics.Cpu;

namespace Research.Learning.Tests.Models;

/// <summary>Gradients of a whole model on the processor's vectors, against finite differences in double precision.</summary>
public class WholeModelGradientTests
{
    private const double Step = 1e-5;

    [SkippableFact]
    public void Slopes_along_random_directions_of_every_tensor_in_batches_of_more_than_256_rows()
    {
        Skip.If(InstructionSets.Best == InstructionSet.Scalar, "Too large for scalar code.");
        const int Batch = 7, Time = 41;
        var spec = new GptSpec(Layers: 2, Heads: 3, Width: 24, Block: Time, Vocabulary: 11);
        var (exact, tokens, next, layout, gradient) = Compute(spec, Batch, Time);
        foreach (var tensor in layout.Tensors)
        {
            var philox = new Philox(1, tensor.Name);
            var direction = Enumerable.Range(0, tensor.Length).Select(i => philox.Normal(i)).ToArray();
            var weights = exact.Weights[tensor.Name];
            var at = weights.ToArray();
            var slope = (LossAt(Step) - LossAt(-Step)) / (2 * Step);
            var computed = direction.Select((d, i) => d * gradient[tensor.Offset + i]).Sum();
            var scale = Math.Sqrt(gradient.Skip(tensor.Offset).Take(tensor.Length).Sum(g => (double)g * g));
            at.CopyTo(weights, 0);
            Assert.True(
                Math.Abs(computed - slope) <= 2e-5 * scale + 1e-7, $"{tensor.Name}: slope {computed}, finite difference {slope}, norm {scale}");

            double LossAt(double step)
            {
                for (var i = 0; i < weights.Length; i++) weights[i] = at[i] + (step * direction[i]);
                return exact.Loss(tokens, next);
            }
        }
    }

    [Fact]
    public void The_gradient_of_the_tied_embedding_is_that_of_the_head_plus_that_of_the_embedding()
    {
        var spec = new GptSpec(Layers: 1, Heads: 2, Width: 6, Block: 5, Vocabulary: 4);
        var (exact, tokens, next, layout, gradient) = Compute(spec, batch: 2, time: 5);
        exact.Untie();
        var tied = layout.Tensors.Single(tensor => tensor.Name == "transformer.wte.weight");
        for (var i = 0; i < tied.Length; i++)
        {
            var (ofEmbedding, ofHead) = (Slope(tied.Name, i), Slope("lm_head.weight", i));
            Assert.NotEqual(0, ofHead);
            Assert.Equal(ofEmbedding + ofHead, gradient[tied.Offset + i], 2e-6);
        }

        double Slope(string name, int i)
        {
            var weights = exact.Weights[name];
            var value = weights[i];
            weights[i] = value + Step;
            var above = exact.Loss(tokens, next);
            weights[i] = value - Step;
            var below = exact.Loss(tokens, next);
            weights[i] = value;
            return (above - below) / (2 * Step);
        }
    }

    private static (ExactGpt Exact, int[][] Tokens, int[][] Next, GptLayout Layout, float[] Gradient) Compute(GptSpec spec, int batch, int time)
    {
        using var device = new CpuDevice(threads: 2, allowEmulatedFma: true);
        using var model = RandomModel.Of(spec, device);
        using var gradient = new LossGradient(model, batch, time);
        int[][] tokens = [.. Enumerable.Range(0, batch).Select(row => RandomModel.Tokens(spec, time, row))];
        int[][] next = [.. Enumerable.Range(0, batch).Select(row => RandomModel.Tokens(spec, time, batch + row))];
        gradient.Compute([.. tokens.SelectMany(row => row)], [.. next.SelectMany(row => row)], new float[batch * time]);
        var values = new float[model.Layout.ParameterCount];
        gradient.Gradients.Read(values);
        return (ExactGpt.Of(model), tokens, next, model.Layout, values);
    }
}
