namespace Research.Pipeline.Dsl;

/// <summary>
/// A file or a folder that the user names, anywhere on the disk, as an input; else as <see cref="UserFile"/>. A folder is known by what
/// lies in it: names and contents.
/// </summary>
/// <param name="path">Its path, from the current folder; null only in a target that has no jobs without it.</param>
/// <param name="option">What the user gave it with, for messages.</param>
public sealed class UserPath(string? path, string option)
    : Input<FileSystemInfo>(new InputSource.OfUser(path, option, MayBeFolder: true))
{
    internal override FileSystemInfo Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) =>
        Directory.Exists(folders[0]) ? new DirectoryInfo(folders[0]) : new FileInfo(folders[0]);
}
