namespace Research.Pipeline.Scheduling;

/// <summary>
/// The largest working set of the process while something runs, sampled four times a second: jobs in one process share
/// their memory, so this is an upper bound of what one of them needs.
/// </summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.25);

    private readonly ITimer _timer;
    private long _peak = Environment.WorkingSet;

    /// <summary>Begins to watch.</summary>
    public MemoryWatch(TimeProvider time) => _timer = time.CreateTimer(_ => Sample(), null, Interval, Interval);

    /// <summary>Bytes, up to now.</summary>
    public long Peak => Sample();

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private long Sample()
    {
        var now = Environment.WorkingSet;
        var seen = Interlocked.Read(ref _peak);
        while (now > seen)
        {
            var before = Interlocked.CompareExchange(ref _peak, now, seen);
            if (before == seen)
                return now;
            seen = before;
        }

        return seen;
    }
}
