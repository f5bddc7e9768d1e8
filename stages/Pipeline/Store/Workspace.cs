using System.Globalization;

namespace Research.Pipeline.Store;

/// <summary>
/// Temporary folders of one process inside the store. The process holds a lock on its session as long as it lives, so the
/// next one can tell the remains of a killed process from the work of a living one, on any machine.
/// </summary>
/// <param name="folder">The store's folder for temporary data; created when first needed.</param>
internal sealed class Workspace(string folder) : IDisposable
{
    // Between the creation of a session's lock file and its locking lies a moment; nothing that young is a remain.
    private static readonly TimeSpan Young = TimeSpan.FromMinutes(1);

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
            Remove(_session);
            _session = null;
        }
    }

    private void Begin()
    {
        Directory.CreateDirectory(folder);
        RemoveRemains();
        for (var i = 0; _session is null; i++)
        {
            var name = string.Create(
                CultureInfo.InvariantCulture, $"{Environment.MachineName}-{Environment.ProcessId}-{Environment.TickCount64}-{i}");
            _session = TryHold(Path.Combine(folder, name + ".lock"), FileMode.CreateNew);
            _sessionFolder = Path.Combine(folder, name);
        }

        Directory.CreateDirectory(_sessionFolder);
    }

    private void RemoveRemains()
    {
        foreach (var file in Directory.GetFiles(folder, "*.lock"))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Young && TryHold(file, FileMode.Open) is { } dead)
                Remove(dead);
        }
    }

    private static void Remove(FileStream session)
    {
        using (session)
        {
            var sessionFolder = Path.ChangeExtension(session.Name, null);
            if (Directory.Exists(sessionFolder))
                Deletion.Delete(sessionFolder);
            File.Delete(session.Name);
        }
    }

    private static FileStream? TryHold(string file, FileMode mode)
    {
        try
        {
            return new FileStream(file, mode, FileAccess.ReadWrite, FileShare.None | FileShare.Delete, bufferSize: 0);
        }
        catch (IOException) when (File.Exists(file) || mode == FileMode.Open)
        {
            return null;
        }
    }
}
