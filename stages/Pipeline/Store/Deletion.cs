namespace Research.Pipeline.Store;

/// <summary>Removal of folders with read-only files, which Windows refuses to remove as they are.</summary>
internal static class Deletion
{
    /// <summary>Removes a folder and all in it.</summary>
    public static void Delete(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
