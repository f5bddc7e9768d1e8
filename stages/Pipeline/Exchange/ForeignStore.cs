using System.Text.Json;
using Research.Jobs;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>
/// Reads a store that came from another machine. Nothing in it is trusted: names, digests and keys are all computed again, and the
/// first thing that does not fit is an error.
/// </summary>
/// <param name="folder">Full path of the folder with <c>actions</c> and <c>objects</c>.</param>
internal sealed class ForeignStore(string folder)
{
    private const string Remedy = "Copy it again from the machine that made it; nothing was imported.";

    private readonly Dictionary<Digest, StoredObject> _sound = [];

    /// <summary>
    /// The store that a user means: the folder itself, the <c>artifacts/store</c> in it, or the only folder in it that has one.
    /// </summary>
    /// <exception cref="InputException">There is none.</exception>
    public static ForeignStore In(string folder)
    {
        string[] inside = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
        var found = new[] { folder }.Concat(inside)
            .SelectMany(start => new[] { start, Path.Combine(start, "artifacts", "store"), Path.Combine(start, "store") })
            .FirstOrDefault(path => Directory.Exists(Path.Combine(path, "actions")) && Directory.Exists(Path.Combine(path, "objects")));
        return new ForeignStore(found ?? throw new InputException(
            "there are no results in it", folder, "Name a worker's folder, its artifacts/store, or an archive of one (.tar, .tar.gz)."));
    }

    /// <summary>All entries, each read and hashed.</summary>
    /// <param name="progress">Told of every entry.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InputException">An entry is malformed, incomplete or not what its digests say.</exception>
    public IReadOnlyList<ForeignEntry> Read(IProgress<JobProgress> progress, CancellationToken cancellation)
    {
        var files = Directory.GetFiles(Path.Combine(folder, "actions"), "*", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);

        // By name: the order of keys is that of hashes, and several jobs may share an artifact, of which a message names one.
        var records = files.Select(RecordIn).OrderBy(record => record.Target, StringComparer.Ordinal).ThenBy(record => record.Job, StringComparer.Ordinal);
        List<ForeignEntry> entries = [];
        foreach (var record in records)
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(new ForeignEntry(record, OutputOf(record)));
            progress.Report(new JobProgress(entries.Count, files.Length, "entries", $"checked {entries[^1]}"));
        }

        return entries;
    }

    private static ActionRecord RecordIn(string file)
    {
        try
        {
            var record = ActionRecordJson.Parse(File.ReadAllBytes(file));
            return Path.GetFileName(file) == $"{record.Key}.json"
                ? record
                : throw new InputException($"it is the record of key {record.Key.Digest.Short}, not of the one in its name", file, Remedy);
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException
            or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"it is no record of a job ({e.Message})", file, Remedy, e);
        }
    }

    private StoredObject OutputOf(ActionRecord record)
    {
        if (_sound.TryGetValue(record.Output, out var known))
            return known;
        var path = Path.Combine(folder, "objects", record.Output.Hex[..2], record.Output.Hex[2..]);
        var files = ManifestIn(Path.Combine(path, ObjectStore.ManifestFile), record);
        var output = new StoredObject(record.Output, Path.Combine(path, ObjectStore.FilesFolder), files);
        foreach (var file in files)
        {
            var full = Path.Combine(output.Folder, file.Name);
            if (!File.Exists(full))
                throw new InputException($"the artifact of {record.Target} / {record.Job} lacks this file", full, Remedy);
            if (!ObjectFiles.IsSound(full, file))
                throw new InputException($"its bytes are not those that the artifact of {record.Target} / {record.Job} is named by", full, Remedy);
        }

        return _sound[record.Output] = ObjectFiles.Match(output.Folder, files)
            ? output
            : throw new InputException($"it holds more than the artifact of {record.Target} / {record.Job}", output.Folder, Remedy);
    }

    private static IReadOnlyList<ObjectFile> ManifestIn(string path, ActionRecord record)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (Digest.Of(bytes) != record.Output)
                throw new FormatException($"its digest is not {record.Output.Short}");
            var files = Manifest.Parse(bytes);
            var names = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            return names.Count == files.Count && names.All(IsInside)
                ? files
                : throw new FormatException("it names a file twice, or one outside of the artifact");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the artifact of {record.Target} / {record.Job} has no sound list of its files ({e.Message})", path, Remedy, e);
        }
    }

    // A digest says nothing about a maker's intentions: a name with ".." would be written outside of the store.
    private static bool IsInside(string name) =>
        !name.Any(char.IsControl) && !name.AsSpan().ContainsAny('\\', ':') && name.Split('/').All(part => part is not ("" or "." or ".."));
}
