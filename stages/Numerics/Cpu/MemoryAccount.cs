namespace Research.Numerics.Cpu;

/// <summary>Bytes that the buffers of a device hold, and the most they ever held. Finalizers may report, too.</summary>
internal sealed class MemoryAccount
{
    private readonly Lock gate = new();
    private long held;
    private long peak;

    /// <summary>Most bytes held at once.</summary>
    public long Peak
    {
        get
        {
            lock (gate)
                return peak;
        }
    }

    /// <summary>A buffer was made, or, with negative bytes, freed.</summary>
    public void Add(long bytes)
    {
        lock (gate)
        {
            held += bytes;
            peak = Math.Max(peak, held);
        }
    }
}
