using Research.Jobs;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>Progress of a verb in lines of the log, at most one every five seconds.</summary>
/// <param name="write">Takes a line.</param>
/// <param name="time">The clock.</param>
internal sealed class LoggedProgress(Action<string> write, TimeProvider time) : IProgress<JobProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly ProgressMeter _meter = new(time);
    private readonly Lock _gate = new();
    private long _lastAt = time.GetTimestamp();

    /// <inheritdoc/>
    public void Report(JobProgress value)
    {
        _meter.Report(value);
        lock (_gate)
        {
            if (time.GetElapsedTime(_lastAt) < Interval)
                return;
            _lastAt = time.GetTimestamp();
        }

        if (_meter.Read() is { } reading)
            write(string.Join(", ", ProgressText.Parts(reading)));
    }
}
