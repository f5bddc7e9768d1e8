using System.Security.Cryptography;

namespace Research.Learning.Tests;

/// <summary>What is in a folder, file by file.</summary>
internal static class FolderDigests
{
    /// <summary>SHA-256 by path, for every file in the folder and below.</summary>
    public static Dictionary<string, string> Of(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path), path => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));

    /// <summary>Copies a folder with everything below.</summary>
    public static string Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target, overwrite: true);
        }

        return to;
    }
}
