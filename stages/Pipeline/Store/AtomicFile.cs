namespace Research.Pipeline.Store;

/// <summary>Small files that are replaced as a whole: a reader sees the old bytes or the new ones.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary name, flushes to the disk and renames: not even a power failure leaves it half-written.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes, Workspace workspace)
    {
        var temporary = workspace.NextPath("file");
        ObjectFiles.WriteAndFlush(temporary, bytes);
        Publish(temporary, path);
    }

    /// <summary>
    /// The same without waiting for the disk, for what can be computed again: a power failure may leave it empty. Does
    /// nothing if the store cannot be written.
    /// </summary>
    public static void TryRemember(string path, ReadOnlySpan<byte> bytes, Workspace workspace)
    {
        try
        {
            var temporary = workspace.NextPath("file");
            File.WriteAllBytes(temporary, bytes);
            Publish(temporary, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next run computes it again.
        }
    }

    private static void Publish(string temporary, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
    }
}
