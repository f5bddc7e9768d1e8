using System.Diagnostics;
using Research.Jobs;
using Research.Learning.Checkpoints;
using Research.Learning.Optimization;
using Research.Learning.Tuning;
using Research.Numerics.Devices;

namespace Research.Learning.Auditing;

/// <summary>
/// Audits a training, wherever it was made: whether its artifact is consistent, and whether randomly chosen segments of it,
/// replayed here, come to the recorded bits.
/// </summary>
public static class TrainingAudit
{
    /// <summary>How many segments a training with this schedule has.</summary>
    public static int SegmentsOf(TrainingSpec spec) => new ChainSchedule(spec).Segments.Count;

    /// <summary>Checks what can be checked without replay, then replays segments.</summary>
    /// <param name="item">The training that the artifact is said to come from.</param>
    /// <param name="corpus">The text that it is said to have been trained on.</param>
    /// <param name="checkpoint">The artifact.</param>
    /// <param name="segments">Segments to replay, at least 1; all of them if there are not more.</param>
    /// <param name="seed">Decides which: <see cref="SegmentSample.UnpredictableSeed"/>, or that of an earlier audit.</param>
    /// <param name="job">Threads, progress, cancellation, log.</param>
    /// <exception cref="InputException">
    /// The artifact is incomplete, altered or another training's: found before any replay, with the file and the step.
    /// </exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static AuditReport Run(Training item, TokenText corpus, Checkpoint checkpoint, int segments, int seed, JobContext job)
    {
        Trainer.Require(item.Validate(), corpus);
        using var device = ComputeDevice.For(job);
        return Run(item, corpus, checkpoint, all => SegmentSample.Draw(all, segments, seed), seed, job, device);
    }

    /// <summary>
    /// The same of a fine-tuning. It is audited as going on from <paramref name="start"/>: that these weights are what their own
    /// training gives is another audit's question, but for what <see cref="Check"/> answers.
    /// </summary>
    /// <param name="item">The fine-tuning that the artifact is said to come from.</param>
    /// <param name="start">The result of its base.</param>
    /// <param name="corpus">The text that it is said to have been tuned on.</param>
    /// <param name="checkpoint">The artifact.</param>
    /// <param name="segments">Segments to replay, at least 1; all of them if there are not more.</param>
    /// <param name="seed">Decides which.</param>
    /// <param name="job">Threads, progress, cancellation, log.</param>
    /// <exception cref="InputException">
    /// The artifact is incomplete, altered, another's, or begins with other weights than <paramref name="start"/> ends with.
    /// </exception>
    /// <exception cref="OperationCanceledException">The user wants to stop.</exception>
    public static AuditReport Run(
        FineTuning item, Checkpoint start, TokenText corpus, Checkpoint checkpoint, int segments, int seed, JobContext job)
    {
        using var device = ComputeDevice.For(job);
        return Run(item, start, corpus, checkpoint, all => SegmentSample.Draw(all, segments, seed), seed, job, device);
    }

    /// <summary>Checks what can be checked without replay, and no more: of the base of a fine-tuning, say.</summary>
    /// <inheritdoc cref="Run(Training, TokenText, Checkpoint, int, int, JobContext)"/>
    public static void Check(Training item, TokenText corpus, Checkpoint checkpoint, JobContext job)
    {
        Trainer.Require(item.Validate(), corpus);
        new ChainVerification(item, corpus, checkpoint).Check(job.Cancellation);
    }

    /// <summary>The same of a fine-tuning on a given device and with any choice of segments.</summary>
    internal static AuditReport Run(
        FineTuning item, Checkpoint start, TokenText corpus, Checkpoint checkpoint,
        Func<IReadOnlyList<Segment>, IReadOnlyList<Segment>> choose, int seed, JobContext job, Device device) =>
        Run(item.AsTraining(), corpus, checkpoint, choose, seed, job, device, FineTuner.Start(item.Validate(), start, corpus));

    /// <summary>The same on a given device and with any choice of segments.</summary>
    internal static AuditReport Run(
        Training item, TokenText corpus, Checkpoint checkpoint, Func<IReadOnlyList<Segment>, IReadOnlyList<Segment>> choose, int seed,
        JobContext job, Device device, TuningStart? start = null)
    {
        var clock = Stopwatch.StartNew();
        var all = new ChainSchedule(item.Schedule).Segments;
        var record = new ChainVerification(item, corpus, checkpoint, start).Check(job.Cancellation);
        var checkSeconds = clock.Elapsed.TotalSeconds;
        job.Log.WriteLine($"the chain of {record.Chain.Count} entries is whole and fits the loss curve and every file");
        clock.Restart();
        IReadOnlyList<Segment> chosen = all.Count == 0 ? [] : choose(all);
        job.Log.WriteLine($"{chosen.Count} of {all.Count} segments are replayed, chosen by the seed {seed}");
        var results = Replay(item, corpus, checkpoint, record, chosen, job, device, start);
        return new AuditReport(item, all.Count, record.Chain.Count, seed, results, checkSeconds, clock.Elapsed.TotalSeconds);
    }

    private static List<SegmentResult> Replay(
        Training item, TokenText corpus, Checkpoint checkpoint, RecordedTraining record, IReadOnlyList<Segment> chosen, JobContext job,
        Device device, TuningStart? start)
    {
        using var run = new TrainingRun(item, corpus.Train, device, start);
        var replay = new SegmentReplay(
            item, new CheckpointHeader(item.Model, corpus.Vocabulary, 0, start?.Adapter), checkpoint, record, run, start);
        var (results, before, total) = (new List<SegmentResult>(), 0, chosen.Sum(segment => segment.Steps));
        foreach (var segment in chosen)
        {
            var result = replay.Run(segment, steps => job.Report(
                (before + steps) * run.TokensPerStep, total * run.TokensPerStep, "tok", $"segment {segment.Number}"));
            job.Log.WriteLine($"{result}");
            results.Add(result);
            before += segment.Steps;
        }

        return results;
    }
}
