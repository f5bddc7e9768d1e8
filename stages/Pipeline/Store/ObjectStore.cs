using System.Collections.Concurrent;
using Research.Pipeline.Keys;
using Research.Pipeline.Locks;

namespace Research.Pipeline.Store;

/// <summary>
/// Artifacts by the digest of their manifest: <c>objects/ab/cdef.../</c> holds the text <c>manifest</c> and the folder
/// <c>files</c>. An object appears by one rename and is never written again.
/// </summary>
/// <remarks>
/// All files of an object, and its manifest, carry one time stamp. As long as they do and the lengths are those of the
/// manifest, nobody touched them; if not, they are hashed again.
/// </remarks>
internal sealed class ObjectStore(string folder, Workspace workspace, KeyLocks locks, Action<string> warn)
{
    public const string FilesFolder = "files";
    public const string ManifestFile = "manifest";

    // What this process has hashed, on the way in or later. Time stamps tell whether it was touched since.
    private readonly ConcurrentDictionary<Digest, bool> _verified = [];

    public string Folder => folder;

    /// <summary>Hashes the staged files and publishes them as one object.</summary>
    public StoredObject Commit(StagingFolder staged)
    {
        var files = ObjectFiles.Hash(staged.Folder, flush: true);
        var manifest = Manifest.Format(files);
        var digest = Digest.Of(manifest);
        ObjectFiles.WriteAndFlush(Path.Combine(staged.Root, ManifestFile), manifest);
        Seal(staged.Root, files);

        var target = PathOf(digest);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        while (true)
        {
            try
            {
                Directory.Move(staged.Root, target);
                _verified.TryAdd(digest, true);
                return new StoredObject(digest, Path.Combine(target, FilesFolder), files);
            }
            catch (IOException) when (Directory.Exists(target))
            {
                // Another run produced the same bytes. Its object stands if it is sound; otherwise Verify removes it.
                if (Verify(digest) is { } present)
                    return present;
            }
        }
    }

    /// <summary>The object if it is there and untouched since it was committed.</summary>
    public StoredObject? TryOpen(Digest digest)
    {
        var path = PathOf(digest);
        if (ReadManifest(path, digest) is { } files && IsUntouched(path, files))
            return new StoredObject(digest, Path.Combine(path, FilesFolder), files);
        _verified.TryRemove(digest, out _);
        return Verify(digest);
    }

    /// <summary>
    /// The object as its manifest lists it, without files if that is damaged, or null if there is none. Nothing is hashed or changed.
    /// </summary>
    public StoredObject? Peek(Digest digest)
    {
        var path = PathOf(digest);
        return Directory.Exists(path)
            ? new StoredObject(digest, Path.Combine(path, FilesFolder), ReadManifest(path, digest) ?? [])
            : null;
    }

    /// <summary>True if every byte of an object is as it was committed. Nothing is changed.</summary>
    public static bool IsSound(StoredObject stored) =>
        Digest.Of(Manifest.Format(stored.Files)) == stored.Digest && ObjectFiles.Match(stored.Folder, stored.Files);

    /// <summary>The object if every byte of it is as it was committed; a damaged one is removed.</summary>
    public StoredObject? Verify(Digest digest)
    {
        if (_verified.ContainsKey(digest))
            return TryOpen(digest);
        var path = PathOf(digest);
        if (!Directory.Exists(path))
            return null;
        if (Sound(path, digest) is { } sound)
            return sound;

        // Under the lock of the digest, so that nobody removes what another has just rebuilt.
        using var held = locks.AcquireAsync(new JobKey(digest)).GetAwaiter().GetResult();
        if (!Directory.Exists(path))
            return null;
        if (Sound(path, digest) is { } rebuilt)
            return rebuilt;
        warn($"the stored artifact {digest.Short} is damaged and counts as missing ({path})");
        Remove(path);
        return null;
    }

    private StoredObject? Sound(string path, Digest digest)
    {
        var files = ReadManifest(path, digest);
        if (files is null || !ObjectFiles.Match(Path.Combine(path, FilesFolder), files))
            return null;
        if (!IsUntouched(path, files))
            TrySeal(path, files);
        _verified.TryAdd(digest, true);
        return new StoredObject(digest, Path.Combine(path, FilesFolder), files);
    }

    private void Remove(string path)
    {
        try
        {
            var aside = workspace.NextPath("damaged");
            Directory.Move(path, aside);
            Deletion.Delete(aside);
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }
    }

    private static IReadOnlyList<ObjectFile>? ReadManifest(string path, Digest digest)
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(path, ManifestFile));
            return Digest.Of(bytes) == digest ? Manifest.Parse(bytes) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    private static bool IsUntouched(string path, IReadOnlyList<ObjectFile> files)
    {
        var stamp = File.GetLastWriteTimeUtc(Path.Combine(path, ManifestFile));
        foreach (var file in files)
        {
            var info = new FileInfo(Path.Combine(path, FilesFolder, file.Name));
            if (!info.Exists || info.Length != file.Length || info.LastWriteTimeUtc != stamp)
                return false;
        }

        return true;
    }

    private static void TrySeal(string path, IReadOnlyList<ObjectFile> files)
    {
        try
        {
            Seal(path, files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's store: sound, but hashed again each time.
        }
    }

    // Whole seconds survive any file system and any copy that keeps times at all.
    private static void Seal(string path, IReadOnlyList<ObjectFile> files)
    {
        var now = DateTime.UtcNow;
        var stamp = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        foreach (var file in files)
            ObjectFiles.MakeReadOnly(Path.Combine(path, FilesFolder, file.Name), stamp);
        ObjectFiles.MakeReadOnly(Path.Combine(path, ManifestFile), stamp);
    }

    private string PathOf(Digest digest) => Path.Combine(folder, digest.Hex[..2], digest.Hex[2..]);
}
