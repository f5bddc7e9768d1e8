using System.Runtime.InteropServices;
using Research.Jobs;

namespace Research.Pipeline.Store;

/// <summary>
/// Gives a stored object a readable place, such as <c>artifacts/laptop/checkpoints/NAME</c>: a relative symbolic link, so
/// that the folder can be moved as a whole.
/// </summary>
public static class ArtifactLink
{
    /// <summary>Makes a path show an object; replaces what an earlier call put there, in one step. No-op if it already does.</summary>
    /// <param name="path">Where the object should be seen.</param>
    /// <param name="target">The object.</param>
    /// <exception cref="InputException">Something else is in the way, or the folder cannot be written.</exception>
    public static void Set(string path, StoredObject target)
    {
        var parent = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var relative = Path.GetRelativePath(parent, target.Folder);
        var present = new FileInfo(path);
        if (present.LinkTarget == relative)
            return;
        if (present.LinkTarget is null && (present.Exists || Directory.Exists(path)))
            throw new InputException("a file or folder that no run made is in the way", path, "Move it elsewhere.");
        try
        {
            Directory.CreateDirectory(parent);
            var temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.new";
            File.Delete(temporary);
            Directory.CreateSymbolicLink(temporary, relative);
            Replace(temporary, path);
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }
    }

    // .NET offers no rename of one link to a folder over another; without one, a reader could find nothing in between.
    private static void Replace(string temporary, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            if (Directory.Exists(path))
                Directory.Delete(path);
            Directory.Move(temporary, path);
        }
        else if (Rename(temporary, path) != 0)
        {
            throw new IOException($"cannot rename {temporary} to {path}", Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static extern int Rename(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
