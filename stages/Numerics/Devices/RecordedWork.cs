namespace Research.Numerics.Devices;

/// <summary>
/// Kernel calls that are made again and again with the same shapes and buffers, such as a training step. A device may record them once
/// and repeat the recording, which spares starting each kernel. They read nothing back and write no buffer from the host.
/// </summary>
/// <param name="calls">Makes the calls.</param>
public sealed class RecordedWork(Action calls) : IDisposable
{
    /// <summary>What a device has recorded; null before.</summary>
    internal IDisposable? Recording { get; set; }

    /// <summary>Makes the calls, one by one.</summary>
    public void Call() => calls();

    /// <inheritdoc/>
    public void Dispose() => Recording?.Dispose();
}
