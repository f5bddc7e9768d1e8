using Research.Pipeline.Keys;

namespace Research.Pipeline.Tests.Verification;

/// <summary>Everything in a store: folders, files, their bytes and times.</summary>
internal static class StoreImage
{
    public static IReadOnlyList<string> Of(string folder) =>
    [
        .. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(info => $"{info.FullName} {info.LastWriteTimeUtc:O} {(info is FileInfo file ? Digest.Of(File.ReadAllBytes(file.FullName)) : "")}")
            .Order(StringComparer.Ordinal),
    ];
}
