using System.Diagnostics;
using Research.Jobs;
using Research.Learning;
using Research.Numerics;
using Research.Numerics.Cpu;
using Research.Numerics.Devices;
using Research.Tables;

namespace Research.Benchmarks;

/// <summary>
/// Whole training steps, through the training job itself: windows, forward and backward pass, gradient norm, AdamW, loss
/// curve and progress report. <c>pytorch_peer.py</c> does the same in PyTorch.
/// </summary>
internal static class TrainingBenchmark
{
    private const string Letters = "abcdefghijklmnopqr";
    private const int FewestSteps = 8;

    // The first steps compile code and touch memory for the first time.
    private const int SkippedSteps = 3;

    /// <summary>Time for the steps of one configuration.</summary>
    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(4);

    /// <summary>Tokens per second, and model FLOP use: the floating-point operations the model needs as a share of the peak.</summary>
    public static IEnumerable<Measurement> Run(ModelShape model, CpuDevice device, double peakOfOneCore, BenchmarkOptions options)
    {
        var seconds = StepSeconds(model, device, options.Rehearsal ? TimeSpan.Zero : Budget);
        yield return Measure("training step, median", seconds[seconds.Length / 2]);
        yield return Measure("training step, best", seconds[0]);

        Measurement Measure(string name, double step) => new(
            "training", model.Name, name, device.Name, device.Threads, model.Rows / step, "tok/s",
            FlopPerToken(model) * model.Rows / step / 1e9 / (peakOfOneCore * device.Threads));
    }

    /// <summary>
    /// Operations per token by the usual count: 6 for each weight of a matrix (forward, and two products backward), and 12 layers
    /// width time for attention, without saving half of it by causality.
    /// </summary>
    public static double FlopPerToken(ModelShape model) =>
        (6.0 * ((12.0 * model.Layers * model.Width) + model.Vocabulary) * model.Width) + (12.0 * model.Layers * model.Width * model.Time);

    /// <summary>Trains for a while; gives the duration of each step, ascending.</summary>
    public static double[] StepSeconds(ModelShape model, Device device, TimeSpan budget)
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            Parquet.Write(Path.Combine(folder, "messages.parquet"), Messages());
            var item = new Training(
                model.Name, model.Spec, new TrainingSpec { Steps = 1_000_000, Batch = model.Batch }, Seed: 1);
            using var clock = new StepClock(budget);
            var job = new JobContext { Cancellation = clock.Stop, Progress = clock };
            try
            {
                Trainer.Train(item, TokenText.Open(folder), Checkpoint.Open(folder), job, device);
            }
            catch (OperationCanceledException)
            {
                // The clock has seen enough.
            }

            return [.. clock.Seconds.Skip(SkippedSteps).Order()];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<Message> Messages()
    {
        var letters = new PhiloxStream(new Philox(1, "benchmark"));
        for (var i = 0; i < 20_000; i++)
        {
            var text = new char[21];
            for (var j = 0; j < text.Length; j++)
                text[j] = Letters[letters.Below(Letters.Length)];
            yield return new Message("train", new string(text));
        }
    }

    private sealed record Message(string Split, string Text);

    private sealed class StepClock(TimeSpan budget) : IProgress<JobProgress>, IDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly long begin = Stopwatch.GetTimestamp();
        private long last = Stopwatch.GetTimestamp();

        public CancellationToken Stop => stop.Token;

        public List<double> Seconds { get; } = new(100_000);

        public void Report(JobProgress value)
        {
            Seconds.Add(Stopwatch.GetElapsedTime(last).TotalSeconds);
            last = Stopwatch.GetTimestamp();
            if (Seconds.Count >= FewestSteps && Stopwatch.GetElapsedTime(begin) > budget)
                stop.Cancel();
        }

        public void Dispose() => stop.Dispose();
    }
}
