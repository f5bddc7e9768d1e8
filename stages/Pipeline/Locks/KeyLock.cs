namespace Research.Pipeline.Locks;

/// <summary>The right to do the work of one key. Disposing it gives the right back; so does the death of the process.</summary>
public sealed class KeyLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _holderFile;

    internal KeyLock(FileStream held, string holderFile, LockHolder? abandonedBy)
    {
        _held = held;
        _holderFile = holderFile;
        AbandonedBy = abandonedBy;
    }

    /// <summary>Whom the lock was taken over from: a process that died while it held it. Null in the usual case.</summary>
    public LockHolder? AbandonedBy { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_holderFile);
        _held.Dispose();
    }
}
