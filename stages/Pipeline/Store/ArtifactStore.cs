using Research.Jobs;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;
using Research.Pipeline.Locks;

namespace Research.Pipeline.Store;

/// <summary>
/// The store of everything that jobs produced. Several processes and profiles may share one: whatever is visible in it is
/// complete, whenever a process dies. Its methods may be called from several threads.
/// </summary>
/// <remarks>
/// <code>
/// objects/ab/cdef.../     an artifact: files/ and the manifest whose digest is its name
/// actions/ab/KEY.json     what is known of the run that had a key, its output among it
/// latest/PROFILE/TARGET/  the key under which each job was last up to date
/// fingerprints/           the code that keys were made of, member by member
/// locks/  resume/  tmp/   jobs at work, what they keep over a crash, what is not yet complete
/// </code>
/// </remarks>
public sealed class ArtifactStore : IDisposable
{
    private readonly Workspace _workspace;
    private readonly ObjectStore _objects;
    private readonly ActionRecords _actions;
    private readonly LatestKeys _latest;

    /// <summary>Opens a store; an absent folder is created when something is first written.</summary>
    /// <param name="folder">The folder of the store.</param>
    /// <param name="warn">Called with a sentence for the user when something in the store turns out to be damaged.</param>
    public ArtifactStore(string folder, Action<string>? warn = null)
    {
        Folder = Path.GetFullPath(folder);
        warn ??= static _ => { };
        _workspace = new Workspace(Path.Combine(Folder, "tmp"));
        Locks = new KeyLocks(Path.Combine(Folder, "locks"));
        Fingerprints = new Fingerprinter(Path.Combine(Folder, "fingerprints"), _workspace);
        _objects = new ObjectStore(Path.Combine(Folder, "objects"), _workspace, Locks, warn);
        _actions = new ActionRecords(Path.Combine(Folder, "actions"), _workspace, warn);
        _latest = new LatestKeys(Path.Combine(Folder, "latest"), _workspace);
    }

    /// <summary>Full path of the store.</summary>
    public string Folder { get; }

    /// <summary>One lock per key.</summary>
    public KeyLocks Locks { get; }

    /// <summary>Code fingerprints, kept so that old and new code can be compared by member.</summary>
    public Fingerprinter Fingerprints { get; }

    /// <summary>Bytes of all objects.</summary>
    public long Bytes => StoreSize.Of(_objects.Folder, Path.Combine(Folder, "size"), _workspace);

    /// <summary>A new empty folder for the output of one job.</summary>
    /// <exception cref="InputException">The store cannot be written.</exception>
    public StagingFolder Stage() => Guard(() => new StagingFolder(_workspace.NextPath("stage")));

    /// <summary>Makes the staged files an object of the store: hashed, flushed to the disk, read-only, then visible at once.</summary>
    /// <exception cref="InputException">The store cannot be written; nothing of the object is visible.</exception>
    /// <exception cref="InvalidOperationException">The folder holds a link or a name with control characters.</exception>
    public StoredObject Commit(StagingFolder staged) => Guard(() => _objects.Commit(staged));

    /// <summary>
    /// The object of a digest, or null if the store does not have it. Cheap: compares lengths and times; only if these
    /// differ are the bytes hashed, and a damaged object is removed with a warning.
    /// </summary>
    public StoredObject? TryOpen(Digest output) => _objects.TryOpen(output);

    /// <summary>
    /// The object of a digest after hashing all its bytes, once per process, or null if the store does not have it sound; a
    /// damaged one is removed with a warning. To be called before an object feeds a job that runs.
    /// </summary>
    public StoredObject? Verify(Digest output) => _objects.Verify(output);

    /// <summary>The record of a key, or null; its output may be missing nevertheless.</summary>
    public ActionRecord? FindRecord(JobKey key) => _actions.Find(key);

    /// <summary>The record and the output of a key, or null if either is missing: then the job must run.</summary>
    public CachedAction? Find(JobKey key) =>
        FindRecord(key) is { } record && TryOpen(record.Output) is { } output ? new CachedAction(record, output) : null;

    /// <summary>
    /// As <see cref="Find"/>, but for an audit: an object is taken as it is, perhaps damaged, and nothing in the store is changed. See
    /// <see cref="IsSound"/>.
    /// </summary>
    public CachedAction? Peek(JobKey key) =>
        FindRecord(key) is { } record && _objects.Peek(record.Output) is { } output ? new CachedAction(record, output) : null;

    /// <summary>Hashes all bytes of an object: true if it is what its digest says. Nothing in the store is changed.</summary>
    public static bool IsSound(StoredObject stored) => ObjectStore.IsSound(stored);

    /// <summary>Stores the record of a job that succeeded.</summary>
    /// <exception cref="InvalidOperationException">Its output is not in the store.</exception>
    /// <exception cref="InputException">The store cannot be written.</exception>
    public void Record(ActionRecord record)
    {
        if (TryOpen(record.Output) is null)
            throw new InvalidOperationException($"{record.Target} {record.Job}: its output was not committed before its record");
        Guard(() => _actions.Write(record));
    }

    /// <summary>
    /// Notes under which key a job of a profile is up to date; writes only if that changed, and not if the store cannot be
    /// written.
    /// </summary>
    public void SetLatest(string profile, string target, string job, JobKey key) => _latest.Set(profile, target, job, key);

    /// <summary>The record under which a job of a profile was last up to date, to tell what changed since; or null.</summary>
    public ActionRecord? FindLatest(string profile, string target, string job) =>
        _latest.Find(profile, target, job) is { } key ? FindRecord(key) : null;

    /// <summary>
    /// A folder for the resumable state of the job of a key; created here, it outlives a killed run. To be used under the
    /// key's lock.
    /// </summary>
    /// <exception cref="InputException">The store cannot be written.</exception>
    public string ResumeFolder(JobKey key) =>
        Guard(() => Directory.CreateDirectory(Path.Combine(Folder, "resume", key.ToString())).FullName);

    /// <summary>Removes the resumable state of the job of a key, when it has succeeded.</summary>
    /// <exception cref="InputException">The store cannot be written.</exception>
    public void RemoveResumeFolder(JobKey key)
    {
        var resume = Path.Combine(Folder, "resume", key.ToString());
        if (Directory.Exists(resume))
            Guard(() => Deletion.Delete(resume));
    }

    /// <summary>Removes this process's temporary folders.</summary>
    public void Dispose() => _workspace.Dispose();

    private void Guard(Action write) => Guard(() =>
    {
        write();
        return true;
    });

    private T Guard<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (StorageFault.From(e, Folder) is { } fault)
        {
            throw fault;
        }
    }
}
