using System.Diagnostics;
using Research.Numerics.Cpu;

namespace Research.Benchmarks;

/// <summary>
/// What it costs to share work among threads, from one to many more than the machine has cores. A pool must not lose where it
/// cannot win: with more threads than cores a training may not become slower than with as many.
/// </summary>
internal static class PoolBenchmark
{
    private const int FewItems = 3;
    private const int SpinsOfAnItem = 20_000;

    private static readonly int[] ThreadCounts = [1, 2, 4, 16, 64];

    public static IEnumerable<Measurement> Run(Timing timing, bool rehearsal)
    {
        foreach (var threads in ThreadCounts)
        {
            using var pool = new WorkerPool(threads);
            var jobs = rehearsal ? 3 : 500;
            yield return Cost("empty job, an item a thread", timing.Best(() => Repeat(jobs, () => pool.Run(default(Nothing), threads))) / jobs);
            yield return Cost("empty job of 1,000 items", timing.Best(() => Repeat(jobs, () => pool.Run(default(Nothing), 1000))) / jobs);
            yield return Cost($"{FewItems} items of {ItemName(timing)}", timing.Best(() => Repeat(jobs, () => pool.Run(default(Spin), FewItems))) / jobs);
            var (median, processor) = AfterRest(pool, rehearsal ? 2 : 400);
            yield return Cost("the same after 2 ms of rest", median);
            yield return Cost("processor time of that, all threads", processor);

            Measurement Cost(string name, double seconds) => new("pool", "", name, "CPU", threads, seconds * 1e6, "us");
        }

        foreach (var measurement in Mixes(timing, rehearsal))
            yield return measurement;
    }

    /// <summary>A training step's kernels on many threads, in turns with as many threads as cores; the ratio is of speeds.</summary>
    private static IEnumerable<Measurement> Mixes(Timing timing, bool rehearsal)
    {
        var model = rehearsal ? ModelShape.Tiny : ModelShape.Small;
        using var usual = new CpuDevice(Environment.ProcessorCount, allowEmulatedFma: rehearsal);
        using var usualMix = new KernelMix(usual, model);
        foreach (var threads in ThreadCounts.Where(threads => threads > Environment.ProcessorCount))
        {
            using var device = new CpuDevice(threads, allowEmulatedFma: rehearsal);
            using var mix = new KernelMix(device, model);
            var (many, few) = timing.MedianOfBoth(mix.Run, usualMix.Run);
            yield return new Measurement(
                "pool", model.Name, "kernels of a layer, median", device.Name, threads, many * 1e6, "us",
                Peer: $"{usual.Threads} threads", Ratio: few / many);
        }
    }

    private static string ItemName(Timing timing) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{timing.Best(() => default(Spin).Run(0, 0)) * 1e6:F0} us");

    private static void Repeat(int times, Action action)
    {
        for (var i = 0; i < times; i++)
            action();
    }

    /// <summary>Median seconds of a job when all threads have gone to sleep, and the seconds that all threads together spend on it.</summary>
    private static (double Median, double Processor) AfterRest(WorkerPool pool, int times)
    {
        var seconds = new double[times];
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++)
        {
            Thread.Sleep(2);
            var start = Stopwatch.GetTimestamp();
            pool.Run(default(Spin), FewItems);
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds / times;
        Array.Sort(seconds);

        // The system counts in ticks; a rehearsal is shorter than one.
        return (seconds[times / 2], Math.Max(1e-6, processor));
    }

    private readonly struct Nothing : IWork
    {
        public void Run(int item, int worker)
        {
        }
    }

    /// <summary>Arithmetic that needs no memory.</summary>
    private readonly struct Spin : IWork
    {
        private static float sink;

        public void Run(int item, int worker)
        {
            var x = item + 1f;
            for (var i = 0; i < SpinsOfAnItem; i++)
                x = MathF.FusedMultiplyAdd(x, 0.5f, 1f);
            if (x == 0)
                sink = x;
        }
    }
}
