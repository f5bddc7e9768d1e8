using Research.Jobs;

namespace Research.Pipeline.Dsl;

/// <summary>
/// A file that the user names, anywhere on the disk, as an input: <c>From(new UserFile(Scores, "--scores"))</c>. It is known by the
/// digest of its content; its name, place and time are in no key.
/// </summary>
/// <param name="path">Its path, from the current folder; null only in a target that has no jobs without the file.</param>
/// <param name="option">What the user gave it with, for messages.</param>
public sealed class UserFile(string? path, string option) : Input<FileInfo>(new InputSource.OfUser(path, option))
{
    internal override FileInfo Open(IReadOnlyList<string> folders, IReadOnlyList<string> names) => new(folders[0]);

    /// <summary>The full path of a file that can be read, or of a folder if the source takes one.</summary>
    /// <exception cref="InputException">There is no such file, or it cannot be read.</exception>
    internal static string Find(InputSource.OfUser file)
    {
        var path = file.Path ?? throw new InputException("no file is given", file.Option, "Give its path.");
        try
        {
            var full = System.IO.Path.GetFullPath(path);
            if (Directory.Exists(full))
                return file.MayBeFolder ? full : throw new InputException($"'{path}' is a folder", file.Option, "Give the path of a file.");
            if (!File.Exists(full))
                throw new InputException($"there is no file {(file.MayBeFolder ? "or folder " : "")}'{path}'", file.Option, "Correct the path.");
            File.OpenRead(full).Dispose();
            return full;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"'{path}' cannot be read ({exception.Message})", file.Option, "Correct the path, or its permissions.", exception);
        }
    }
}
