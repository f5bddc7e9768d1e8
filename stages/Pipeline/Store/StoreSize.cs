namespace Research.Pipeline.Store;

/// <summary>How much the objects of a store hold.</summary>
internal static class StoreSize
{
    /// <summary>Sum of the lengths of all files below a folder, in bytes; 0 if it is absent.</summary>
    public static long Of(string objects) =>
        Directory.Exists(objects)
            ? new DirectoryInfo(objects).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
            : 0;
}
