using System.Globalization;

namespace Research.Pipeline.Store;

/// <summary>
/// Temporary folders of one process inside the store. The process holds a lock on its session (<c>NAME.lock</c> beside the
/// folder <c>NAME</c>) as long as it lives, so another one can tell the remains of a killed process from the work of a
/// living one, on any machine.
/// </summary>
/// <param name="folder">The store's folder for temporary data; created when first needed.</param>
internal sealed class Workspace(string folder) : IDisposable
{
    private const string Suffix = ".lock";

    private readonly Lock _gate = new();
    private FileStream? _session;
    private string _sessionFolder = "";
    private int _count;

    /// <summary>A path in the session that nobody used before; on the file system of the store.</summary>
    public string NextPath(string purpose)
    {
        lock (_gate)
        {
            if (_session is null)
                Begin();
            return Path.Combine(_sessionFolder, string.Create(CultureInfo.InvariantCulture, $"{purpose}-{_count++}"));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_session is null)
                return;
            try
            {
                Deletion.Delete(_sessionFolder);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file still in use, or a store that was moved away: the next process removes what is left.
            }

            _session.Dispose();
            _session = null;
        }
    }

    // The lock comes first: a session's folder without a lock is a remain for certain.
    private void Begin()
    {
        Directory.CreateDirectory(folder);
        RemoveRemains();
        FileStream? session = null;
        for (var i = 0; session is null; i++)
        {
            _sessionFolder = Path.Combine(folder, string.Create(
                CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Environment.TickCount64}-{i}"));
            session = TryHold(_sessionFolder);
        }

        try
        {
            if (Directory.Exists(_sessionFolder))
                Deletion.Delete(_sessionFolder);
            Directory.CreateDirectory(_sessionFolder);
            (_session, session) = (session, null);
        }
        finally
        {
            session?.Dispose();
        }
    }

    private void RemoveRemains()
    {
        var sessions = Directory.GetFileSystemEntries(folder)
            .Select(path => path.EndsWith(Suffix, StringComparison.Ordinal) ? path[..^Suffix.Length] : path);
        foreach (var remain in sessions.Distinct())
        {
            using var dead = TryHold(remain);
            if (dead is not null && Directory.Exists(remain))
                Deletion.Delete(remain);
        }
    }

    private static FileStream? TryHold(string session)
    {
        var path = session + Suffix;
        try
        {
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (StorageFault.IsSharingViolation(e))
        {
            return null;
        }
    }
}
