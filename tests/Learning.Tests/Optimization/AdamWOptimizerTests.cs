using Research.Learning.Models;
using Research.Learning.Optimization;
using Research.Learning.Tests.Models;
using Research.Numerics.Devices;

namespace Research.Learning.Tests.Optimization;

public class AdamWOptimizerTests
{
    private static readonly GptSpec Model = new(Layers: 1, Heads: 1, Width: 2, Block: 2, Vocabulary: 2);

    [Fact]
    public void Two_updates_equal_the_example_computed_by_hand()
    {
        // Gradient 3 everywhere, then -1. n parameters: the norm is 3 sqrt(n), clipped to 1.5 sqrt(n), so the gradient
        // counts as 1.5; the second one is below the limit.
        var layout = new GptLayout(Model);
        var n = layout.ParameterCount;
        var spec = new TrainingSpec
        {
            Steps = 2, Batch = 1, LearningRate = 0.1, Beta1 = 0.5, Beta2 = 0.75, Epsilon = 0.5, WeightDecay = 0.2,
            ClipNorm = 1.5 * Math.Sqrt(n),
        };

        // m1 = 0.75, v1 = 0.5625; corrected 1.5 and 2.25; u = 1.5 / (1.5 + 0.5) = 0.75.
        const double U1 = 0.75;
        // m2 = 0.375 - 0.5 = -0.125, v2 = 0.421875 + 0.25 = 0.671875; corrected by 4/3 and 16/7.
        var u2 = (-0.125 * 4 / 3) / (Math.Sqrt(0.671875 * 16 / 7) + 0.5);

        using var device = new ReferenceDevice();
        using var model = RandomModel.Of(Model, device);
        using var optimizer = new AdamWOptimizer(model, spec);
        using var ledger = device.Ledger();
        using var losses = device.Floats(1);
        var before = model.ReadParameters();
        Update(3);
        Update(-1);
        var after = model.ReadParameters();

        foreach (var tensor in layout.Tensors)
        {
            var linear = tensor.Name.Contains("attn") || tensor.Name.Contains("mlp");
            var keep = linear ? 1 - (0.1 * 0.2) : 1;
            for (var i = tensor.Offset; i < tensor.Offset + tensor.Length; i++)
            {
                var expected = (((before[i] * keep) - (0.1 * U1)) * keep) - (0.1 * u2);
                Assert.Equal(expected, after[i], 1e-6);
            }
        }

        void Update(float gradient)
        {
            using var gradients = device.Floats(n);
            gradients.Write([.. Enumerable.Repeat(gradient, n)]);
            optimizer.Begin(ledger);
            ledger.Judge(losses.All, gradients.All);
            optimizer.Update(gradients, ledger);
            var outcomes = new StepOutcome[1];
            Assert.Equal(1, ledger.Collect(outcomes));
            Assert.Equal(Math.Abs(gradient) * Math.Sqrt(n), outcomes[0].GradientNorm, 1e-12);
        }
    }
}
