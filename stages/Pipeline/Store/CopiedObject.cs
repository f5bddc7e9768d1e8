using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>
/// A copy of an object where links are not permitted. The file <c>.NAME.copy</c> beside it says of which object, and that the
/// folder may be replaced.
/// </summary>
internal static class CopiedObject
{
    /// <summary>True if a path is a copy of this very object.</summary>
    public static bool Shows(string path, StoredObject target) =>
        IsAt(path) && Digest.TryParse(File.ReadAllText(Mark(path)).Trim(), out var shown) && shown == target.Digest;

    /// <summary>True if a path is a copy that an earlier run made.</summary>
    public static bool IsAt(string path) =>
        File.Exists(Mark(path)) && Directory.Exists(path) && new FileInfo(path).LinkTarget is null;

    /// <summary>Copies an object to a temporary folder, then puts this in place of an older copy.</summary>
    public static void Put(string path, StoredObject target, string temporary)
    {
        if (Directory.Exists(temporary))
            Deletion.Delete(temporary);
        Directory.CreateDirectory(temporary);
        foreach (var file in target.Files)
        {
            var copy = Path.Combine(temporary, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(target.Folder, file.Name), copy);
        }

        Remove(path);
        if (OperatingSystem.IsWindows() && Directory.Exists(path))
            Directory.Delete(path);
        else
            File.Delete(path);
        File.WriteAllText(Mark(path), $"{target.Digest}\n");
        Directory.Move(temporary, path);
    }

    /// <summary>Removes a copy that an earlier run made; leaves anything else.</summary>
    public static void Remove(string path)
    {
        if (!IsAt(path))
            return;
        Deletion.Delete(path);
        File.Delete(Mark(path));
    }

    private static string Mark(string path) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.copy");
}
