using System.Diagnostics;
using System.Globalization;
using Research.Jobs;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Locks;

/// <summary>
/// One lock per key, between jobs of one process and of several. The operating system holds the lock on an open file
/// (<c>KEY.lock</c>), so a process that dies frees it; beside it <c>KEY.holder</c> says who holds it.
/// </summary>
/// <remarks>
/// Both files go when the lock is given back. A process that was about to lock the file just then notices that the name is
/// gone, and makes a new one: that is what the runtime does for a file opened with these very options.
/// </remarks>
/// <param name="folder">Folder of the locks; created when first needed.</param>
public sealed class KeyLocks(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private static readonly Lazy<LockHolder> Self = new(() =>
    {
        using var process = Process.GetCurrentProcess();
        return new LockHolder(Environment.MachineName, Environment.ProcessId, process.StartTime.ToUniversalTime());
    });

    /// <summary>Takes the lock of a key, waiting as long as it takes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="waiting">Called once, if there is someone to wait for; the holder is null if it is not known.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public async Task<KeyLock> AcquireAsync(
        JobKey key, Action<LockHolder?>? waiting = null, CancellationToken cancellation = default)
    {
        for (var reported = false; ; reported = true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(key) is { } held)
                return held;
            if (!reported)
                waiting?.Invoke(HolderOf(key));
            await Task.Delay(Patience, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the lock of a key if nobody holds it.</summary>
    /// <returns>Null if someone holds it.</returns>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public KeyLock? TryAcquire(JobKey key)
    {
        var path = Path.Combine(folder, $"{key}.lock");
        FileStream held;
        try
        {
            Directory.CreateDirectory(folder);
            held = new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (StorageFault.IsSharingViolation(e))
        {
            return null;
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }

        try
        {
            var abandonedBy = HolderOf(key);
            var self = Self.Value;
            File.WriteAllLines(HolderFile(key),
            [
                $"host {self.Host}",
                string.Create(CultureInfo.InvariantCulture, $"process {self.ProcessId}"),
                string.Create(CultureInfo.InvariantCulture, $"started {self.Started:O}"),
            ]);
            return new KeyLock(held, HolderFile(key), abandonedBy);
        }
        catch (Exception e)
        {
            held.Dispose();
            if (StorageFault.From(e, path) is { } fault)
                throw fault;
            throw;
        }
    }

    /// <summary>Who holds the lock of a key, or null if nobody does or it is not known yet.</summary>
    public LockHolder? HolderOf(JobKey key)
    {
        try
        {
            var lines = File.ReadAllLines(HolderFile(key));
            return lines is [var host, var process, var started]
                ? new LockHolder(
                    host["host ".Length..],
                    int.Parse(process["process ".Length..], CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(started["started ".Length..], CultureInfo.InvariantCulture))
                : null;
        }
        catch (Exception e) when (e is IOException or FormatException or ArgumentOutOfRangeException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string HolderFile(JobKey key) => Path.Combine(folder, $"{key}.holder");
}
