using Research.Jobs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>Copies a cache entry from one store to another.</summary>
internal static class EntryCopy
{
    /// <summary>
    /// Copies the artifact, then the record. Both appear whole or not at all, and never a record without its artifact.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="store">Where to.</param>
    /// <exception cref="InputException">The store cannot be written, or the files changed since they were checked.</exception>
    public static void Put(CachedAction entry, ArtifactStore store)
    {
        var (record, output) = entry;
        using var held = store.Locks.AcquireAsync(record.Key).GetAwaiter().GetResult();
        using var staged = store.Stage();
        try
        {
            foreach (var file in output.Files)
            {
                var copy = Path.Combine(staged.Folder, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(Path.Combine(output.Folder, file.Name), copy);
            }
        }
        catch (Exception e) when (StorageFault.From(e, store.Folder) is { } fault)
        {
            throw fault;
        }

        if (store.Commit(staged).Digest != record.Output)
            throw new InputException("it changed while it was copied", output.Folder, "Leave it alone and begin again; what was copied is whole.");
        store.Record(record);
    }
}
