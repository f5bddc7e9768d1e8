namespace Research.Pipeline.Tests.Synthetic;

/// <summary>A clock that stands still until a test moves it; its timers go off while it moves.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualTime()
        : this(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero))
    {
    }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(() => callback(state), period) { Next = _now + dueTime };
        lock (_timers)
            _timers.Add(timer);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = _now + by;
        while (Due(end) is { } timer)
        {
            _now = timer.Next;
            timer.Next += timer.Period;
            timer.Ring();
        }

        _now = end;
    }

    private ManualTimer? Due(DateTimeOffset end)
    {
        lock (_timers)
            return _timers.Where(timer => timer.IsOn && timer.Next <= end).MinBy(timer => timer.Next);
    }

    private sealed class ManualTimer(Action ring, TimeSpan period) : ITimer
    {
        public bool IsOn { get; private set; } = true;

        public TimeSpan Period { get; } = period;

        public DateTimeOffset Next { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose() => IsOn = false;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
