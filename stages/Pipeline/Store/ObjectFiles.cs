using System.Security.Cryptography;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>Reading and sealing the files of an artifact.</summary>
internal static class ObjectFiles
{
    private const int BufferBytes = 1 << 18;

    /// <summary>Digests of all files below a folder, sorted by name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="flush">Every byte has to be on the disk when this returns.</param>
    /// <exception cref="InvalidOperationException">The folder holds a link or a name that no manifest can list.</exception>
    public static IReadOnlyList<ObjectFile> Hash(string folder, bool flush)
    {
        List<ObjectFile> files = [];
        foreach (var info in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, info.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (info.LinkTarget is not null)
                throw new InvalidOperationException($"a job wrote a link, '{name}'; an artifact holds plain files only");
            if (name.Any(char.IsControl))
                throw new InvalidOperationException($"a job wrote a file whose name holds a control character: '{name}'");
            if (info is FileInfo file)
                files.Add(new ObjectFile(name, file.Length, HashFile(file.FullName, flush)));
        }

        files.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        return files;
    }

    /// <summary>True if the folder holds exactly these files, byte for byte.</summary>
    public static bool Match(string folder, IReadOnlyList<ObjectFile> files)
    {
        try
        {
            foreach (var file in files)
            {
                if (!IsSound(Path.Combine(folder, file.Name), file))
                    return false;
            }

            return Directory.Exists(folder)
                && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count() == files.Count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>True if there is a file with this length and these bytes.</summary>
    public static bool IsSound(string path, ObjectFile file) =>
        new FileInfo(path) is { Exists: true } info && info.Length == file.Length && HashFile(path, flush: false) == file.Digest;

    /// <summary>Writes a new file; every byte has reached the disk when it returns.</summary>
    public static void WriteAndFlush(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(file, bytes, fileOffset: 0);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Sets the time stamp of a file and protects it against writing.</summary>
    public static void MakeReadOnly(string path, DateTime stamp)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.Normal);
        File.SetLastWriteTimeUtc(path, stamp);
        File.SetAttributes(path, FileAttributes.ReadOnly);
    }

    private static Digest HashFile(string path, bool flush)
    {
        // A file that a job copied from another artifact is read-only; only Windows wants to write in order to flush.
        var access = flush && OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        if (access == FileAccess.ReadWrite)
            File.SetAttributes(path, FileAttributes.Normal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.OpenHandle(path, FileMode.Open, access, FileShare.Read, FileOptions.SequentialScan);
        var buffer = new byte[(int)Math.Clamp(RandomAccess.GetLength(file), 1, BufferBytes)];
        for (long offset = 0; RandomAccess.Read(file, buffer, offset) is > 0 and var read; offset += read)
            hash.AppendData(buffer, 0, read);
        if (flush)
            RandomAccess.FlushToDisk(file);
        return Digest.FromHash(hash.GetHashAndReset());
    }
}
