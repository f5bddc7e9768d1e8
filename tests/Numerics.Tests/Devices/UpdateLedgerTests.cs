using Research.Numerics.Devices;
using Research.Numerics.Tests.Gpu;

namespace Research.Numerics.Tests.Devices;

[Trait("Size", "Small")]
public class UpdateLedgerTests
{
    private static readonly AdamWStep Step = new(0.1f, 0.9f, 0.1f, 0.95f, 0.05f, 10f, 20f, 1e-8f, 0.2f, float.NaN);

    /// <summary>The reference programs, and the GPU's kernels where something runs them.</summary>
    public static TheoryData<string> Devices => ["reference", TestGpu.OpenCl];

    [SkippableTheory, MemberData(nameof(Devices))]
    public void An_outcome_holds_the_sum_of_the_losses_and_the_norm_of_the_gradient_in_double_precision(string name)
    {
        using var device = TestGpu.Open(name);
        using var ledger = device.Ledger();
        float[] losses = [.. Enumerable.Range(0, 700).Select(i => 1f / (i + 3))];
        float[] gradient = [.. Enumerable.Range(0, 10_000).Select(i => (i % 17) - 8.25f)];
        var outcome = Outcome(device, ledger, losses, gradient);

        var sum = 0.0;
        foreach (var loss in losses) sum += loss;
        Assert.Equal(sum, outcome.LossSum);
        // Multiples of 1/16 whose squares add up exactly, in any order.
        Assert.Equal(Math.Sqrt(gradient.Select(g => (double)g * g).Sum()), outcome.GradientNorm);
        Assert.True(outcome.IsFinite);
    }

    [SkippableTheory, MemberData(nameof(Devices))]
    public void An_update_is_that_of_AdamW_with_the_gradient_clipped_to_the_largest_norm(string name)
    {
        using var device = TestGpu.Open(name);
        foreach (var (limit, clip) in new[] { (2.5, 0.5f), (5.0, 1f), (6.0, 1f), (0.0, 1f) })
        {
            foreach (var decay in new[] { true, false })
            {
                var expected = new ReferenceDevice();
                var step = Step with { Clip = clip, WeightDecay = decay ? Step.WeightDecay : 0 };
                // A gradient of norm 5.
                float[] gradient = [3, 0, -4];
                Assert.Equal(
                    Updated(expected, gradient, (device, p, g, m, v) => device.AdamW(p, g, m, v, step)),
                    Updated(device, gradient, (device, p, g, m, v) =>
                    {
                        using var ledger = device.Ledger();
                        using var losses = device.Floats(1);
                        ledger.Begin(Step, limit);
                        ledger.Judge(losses.All, g);
                        ledger.Update(p, g, m, v, decay);
                        Assert.Equal(1, ledger.Collect(new StepOutcome[ledger.Capacity]));
                    }));
            }
        }
    }

    [SkippableTheory, MemberData(nameof(Devices))]
    public void After_a_step_that_is_not_finite_nothing_is_updated_until_it_was_collected(string name)
    {
        using var device = TestGpu.Open(name);
        using var ledger = device.Ledger();
        using var memory = device.Floats(4);
        var (p, g, m, v) = (memory.Slice(0, 1), memory.Slice(1, 1), memory.Slice(2, 1), memory.Slice(3, 1));
        using var losses = device.Floats(2);
        memory.Write([1, 1, 0, 0]);
        var steps = Math.Min(3, ledger.Capacity);
        for (var i = 0; i < steps; i++)
        {
            ledger.Begin(Step, 1);
            losses.Write([1, i == 0 ? float.NaN : 1]);
            ledger.Judge(losses.All, g);
            ledger.Update(p, g, m, v, decay: true);
        }

        var outcomes = new StepOutcome[ledger.Capacity];
        Assert.Equal(steps, ledger.Pending);
        Assert.Equal(1, ledger.Collect(outcomes));
        Assert.False(outcomes[0].IsFinite);
        Assert.Equal(0, ledger.Pending);
        Assert.Equal([1, 1, 0, 0], Read(memory));

        losses.Write([1, 1]);
        ledger.Begin(Step, 1);
        ledger.Judge(losses.All, g);
        ledger.Update(p, g, m, v, decay: true);
        Assert.Equal(1, ledger.Collect(outcomes));
        Assert.True(outcomes[0].IsFinite);
        Assert.NotEqual(1, Read(memory)[0]);
    }

    [SkippableTheory, MemberData(nameof(Devices))]
    public void An_infinite_norm_stops_updates_too(string name)
    {
        using var device = TestGpu.Open(name);
        using var ledger = device.Ledger();
        Assert.False(Outcome(device, ledger, [1], [float.PositiveInfinity]).IsFinite);
        Assert.False(Outcome(device, ledger, [1], [float.NaN]).IsFinite);
        Assert.False(Outcome(device, ledger, [float.NegativeInfinity], [1]).IsFinite);
        Assert.True(Outcome(device, ledger, [1], [float.MaxValue]).IsFinite);
    }

    [SkippableTheory, MemberData(nameof(Devices))]
    public void Outcomes_come_in_the_order_of_the_steps_and_no_more_are_begun_than_it_can_hold(string name)
    {
        using var device = TestGpu.Open(name);
        using var ledger = device.Ledger();
        using var losses = device.Floats(1);
        using var gradient = device.Floats(1);
        for (var i = 0; i < ledger.Capacity; i++)
        {
            losses.Write([i + 1]);
            ledger.Begin(Step, 1);
            ledger.Judge(losses.All, gradient.All);
        }

        Assert.Throws<InvalidOperationException>(() => ledger.Begin(Step, 1));
        var outcomes = new StepOutcome[ledger.Capacity];
        Assert.Equal(ledger.Capacity, ledger.Collect(outcomes));
        Assert.Equal(Enumerable.Range(1, ledger.Capacity).Select(i => (double)i), outcomes.Select(outcome => outcome.LossSum));
        Assert.Equal(0, ledger.Collect(outcomes));
    }

    private static StepOutcome Outcome(Device device, UpdateLedger ledger, float[] losses, float[] gradient)
    {
        using var l = device.Floats(losses.Length);
        using var g = device.Floats(gradient.Length);
        l.Write(losses);
        g.Write(gradient);
        ledger.Begin(Step, 1);
        ledger.Judge(l.All, g.All);
        var outcomes = new StepOutcome[ledger.Capacity];
        Assert.Equal(1, ledger.Collect(outcomes));
        return outcomes[0];
    }

    private static float[] Updated(Device device, float[] gradient, Action<Device, FloatView, FloatView, FloatView, FloatView> update)
    {
        var n = gradient.Length;
        using var memory = device.Floats(4 * n);
        memory.Write([.. gradient.Select((_, i) => i + 0.5f), .. gradient, .. gradient.Select(g => 0.1f * g), .. gradient.Select(g => g * g)]);
        update(device, memory.Slice(0, n), memory.Slice(n, n), memory.Slice(2 * n, n), memory.Slice(3 * n, n));
        return Read(memory);
    }

    private static float[] Read(FloatBuffer buffer)
    {
        var values = new float[buffer.Length];
        buffer.Read(values);
        return values;
    }
}
