using System.Diagnostics;
using Research.Learning;
using Research.Learning.Data;
using Research.Learning.Optimization;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;

namespace Research.Benchmarks.Gpu;

/// <summary>
/// The same training on the GPU and on the processor, side by side: losses and gradient norms of every step, and every so often the
/// digests of weights and moments. The first bit that differs ends it.
/// </summary>
internal static class GpuBits
{
    private const int TextLength = 200_000;

    /// <summary>Steps with the same bits, and a sentence for <see cref="Report.Fail"/> if one differs.</summary>
    public static Measurement Run(ModelShape model, Device gpu, BenchmarkOptions options, Report report)
    {
        var (steps, apart) = options.Rehearsal ? (12, 5) : (200, 10);
        using var processor = new CpuDevice(options.Threads, options.Set ?? InstructionSets.Best, allowEmulatedFma: options.Rehearsal);
        var equal = Compare(model, gpu, processor, steps, apart, options.Limit, report.Fail);
        if (equal < steps && report.Failures.Count == 0)
            report.Note($"the limit of {options.Limit:F0} s came after {equal} of {steps} steps");
        return new("gpubits", model.Name, $"steps of {steps} whose bits are those of {processor.Name}", gpu.Name, options.Threads, equal, "steps");
    }

    /// <summary>Compares; gives the number of steps that are known to be equal.</summary>
    /// <param name="model">What is trained.</param>
    /// <param name="left">Where, first.</param>
    /// <param name="right">Where else.</param>
    /// <param name="steps">Steps to make.</param>
    /// <param name="apart">Steps from one comparison to the next.</param>
    /// <param name="limit">Seconds after which the step at hand is compared and is the last.</param>
    /// <param name="differs">Takes a sentence on the first difference.</param>
    /// <param name="otherModel">What is trained on the other device, for a test that wants a difference.</param>
    public static int Compare(
        ModelShape model, Device left, Device right, int steps, int apart, double limit, Action<string> differs, ModelShape? otherModel = null)
    {
        var text = TokenSequence.Of(new Vocabulary(SampleText.Letters), TextLength + 1, [SampleText.Of(TextLength)]);
        using var one = new TrainingRun(Item(model, steps), text, left);
        using var other = new TrainingRun(Item(otherModel ?? model, steps), text, right);
        var begin = Stopwatch.GetTimestamp();
        var equal = 0;
        for (var step = 1; step <= steps; step++)
        {
            // The GPU works off what is started while the processor makes its own step.
            one.Start();
            other.Advance();
            var isOver = Stopwatch.GetElapsedTime(begin).TotalSeconds > limit;
            if (step > 1 && step < steps && step % apart != 0 && !isOver)
                continue;
            if (Difference(one, other, equal) is { } difference)
            {
                differs($"{left.Name} and {right.Name} differ: {difference}");
                return equal;
            }

            equal = step;
            if (isOver)
                break;
        }

        return equal;
    }

    private static Training Item(ModelShape model, int steps) =>
        new("benchmark", model.Spec, new TrainingSpec { Steps = steps, Batch = model.Batch }, Seed: 1);

    private static string? Difference(TrainingRun one, TrainingRun other, int from)
    {
        foreach (var (left, right) in one.Losses.Zip(other.Losses).Skip(from))
        {
            if (BitConverter.DoubleToInt64Bits(left.Loss) != BitConverter.DoubleToInt64Bits(right.Loss))
                return $"the loss of step {left.Step} is {left.Loss:R} and {right.Loss:R}";
            if (BitConverter.DoubleToInt64Bits(left.GradientNorm) != BitConverter.DoubleToInt64Bits(right.GradientNorm))
                return $"the gradient norm of step {left.Step} is {left.GradientNorm:R} and {right.GradientNorm:R}";
        }

        var (here, there) = (one.Digest(), other.Digest());
        return here == there ? null : $"the digest of the state after step {one.Step} is {here.At(one.Step)} and {there.At(other.Step)}";
    }
}
