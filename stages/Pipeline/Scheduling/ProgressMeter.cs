using Research.Jobs;

namespace Research.Pipeline.Scheduling;

/// <summary>Turns a job's progress reports into a rate and the time left, over the last half minute.</summary>
/// <param name="time">The clock.</param>
internal sealed class ProgressMeter(TimeProvider time) : IProgress<JobProgress>
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(0.5);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, double Done)> _samples = [];
    private long _lastSampleAt;
    private JobProgress? _latest;
    private long _latestAt;

    /// <summary>Takes a report; cheap, from any thread.</summary>
    public void Report(JobProgress value)
    {
        var now = time.GetTimestamp();
        lock (_gate)
        {
            var isNewPhase = _latest is { } last
                && (last.Unit != value.Unit || last.Total != value.Total || last.Done > value.Done);
            if (isNewPhase)
                _samples.Clear();
            (_latest, _latestAt) = (value, now);
            if (_samples.Count > 0 && time.GetElapsedTime(_lastSampleAt, now) < Spacing)
                return;
            _samples.Enqueue((now, value.Done));
            _lastSampleAt = now;
            while (time.GetElapsedTime(_samples.Peek().At, now) > Window)
                _samples.Dequeue();
        }
    }

    /// <summary>How far the job is; null while it reported nothing.</summary>
    public ProgressReading? Read()
    {
        lock (_gate)
        {
            if (_latest is not { } latest)
                return null;
            var (oldestAt, oldestDone) = _samples.Peek();
            var seconds = time.GetElapsedTime(oldestAt, _latestAt).TotalSeconds;
            var rate = seconds > 0 ? (latest.Done - oldestDone) / seconds : 0;
            TimeSpan? left = rate > 0 && latest.Total > latest.Done
                ? TimeSpan.FromSeconds(
                    Math.Min((latest.Total - latest.Done) / rate, TimeSpan.MaxValue.TotalSeconds / 2))
                : null;
            var share = latest.Total > 0 ? Math.Clamp(latest.Done / latest.Total, 0, 1) : 0;
            return new ProgressReading(share, rate, latest.Unit, latest.Note, left);
        }
    }
}
