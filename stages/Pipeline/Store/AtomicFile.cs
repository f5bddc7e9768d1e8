namespace Research.Pipeline.Store;

/// <summary>Small files that are replaced as a whole.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary name, flushes to the disk and renames: a reader sees the old bytes or the new ones.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes, Workspace workspace)
    {
        var temporary = workspace.NextPath("file");
        ObjectFiles.WriteAndFlush(temporary, bytes);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(temporary, path, overwrite: true);
    }
}
