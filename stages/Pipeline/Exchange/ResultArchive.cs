using System.Formats.Tar;
using System.IO.Compression;
using Research.Jobs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Exchange;

/// <summary>Unpacks a tar archive of results, plain or compressed by gzip.</summary>
internal static class ResultArchive
{
    /// <summary>Writes its plain files below a folder; what is neither file nor folder is refused.</summary>
    /// <param name="archive">Full path of the archive.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InputException">It is no such archive, it is cut short, or the disk is full.</exception>
    public static void Unpack(string archive, string folder, CancellationToken cancellation)
    {
        try
        {
            using var file = File.OpenRead(archive);
            using Stream plain = IsCompressed(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var tar = new TarReader(plain);
            while (tar.GetNextEntry() is { } entry)
            {
                cancellation.ThrowIfCancellationRequested();
                Unpack(entry, folder);
            }
        }
        catch (Exception e) when (StorageFault.From(e, folder) is { } fault)
        {
            throw fault;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or FormatException or ArgumentException)
        {
            throw new InputException(
                $"it is no whole tar archive ({e.Message})", archive,
                "Make it again with: tar -czf results.tar.gz -C <worker> artifacts/store. Nothing was imported.", e);
        }
    }

    private static void Unpack(TarEntry entry, string folder)
    {
        if (entry.EntryType is TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes)
            return;
        var path = Path.GetFullPath(Path.Combine(folder, entry.Name));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new FormatException($"'{entry.Name}' lies outside of it");
        if (IsLinkOfProfile(entry))
            return;
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile))
            throw new FormatException($"'{entry.Name}' is no plain file");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        entry.ExtractToFile(path, overwrite: false);
    }

    // The folders of a profile show artifacts by links; whoever packs a worker's whole folder packs these, too.
    private static bool IsLinkOfProfile(TarEntry entry) =>
        entry.EntryType == TarEntryType.SymbolicLink && !entry.Name.Contains("/objects/", StringComparison.Ordinal);

    private static bool IsCompressed(FileStream file)
    {
        var first = (file.ReadByte(), file.ReadByte());
        file.Position = 0;
        return first == (0x1f, 0x8b);
    }
}
