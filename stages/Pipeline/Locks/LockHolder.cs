namespace Research.Pipeline.Locks;

/// <summary>Who holds, or last held, a lock.</summary>
/// <param name="Host">Name of the machine.</param>
/// <param name="ProcessId">Process on that machine.</param>
/// <param name="Started">When the process started.</param>
public sealed record LockHolder(string Host, int ProcessId, DateTimeOffset Started)
{
    /// <summary>For a person: <c>process 4711 on host since 12:30:05</c>.</summary>
    public override string ToString() => $"process {ProcessId} on {Host}, started {Started:yyyy-MM-dd HH:mm:ss}";
}
