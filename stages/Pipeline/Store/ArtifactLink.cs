using System.Globalization;
using System.Runtime.InteropServices;
using Research.Jobs;

namespace Research.Pipeline.Store;

/// <summary>
/// Gives a stored object a readable place, such as <c>artifacts/laptop/checkpoints/NAME</c>: a relative symbolic link, so
/// that the folder can be moved as a whole; where links are not permitted, a copy.
/// </summary>
public static class ArtifactLink
{
    /// <summary>Makes a path show an object; replaces what an earlier call put there, in one step. No-op if it already does.</summary>
    /// <param name="path">Where the object should be seen.</param>
    /// <param name="target">The object.</param>
    /// <exception cref="InputException">Something else is in the way, or the folder cannot be written.</exception>
    public static void Set(string path, StoredObject target) =>
        Set(path, target, static (link, relative) => Directory.CreateSymbolicLink(link, relative));

    internal static void Set(string path, StoredObject target, Action<string, string> createLink)
    {
        var full = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(full)!;
        var relative = Path.GetRelativePath(parent, target.Folder);
        var present = new FileInfo(full);
        if (present.LinkTarget is { } shown ? shown == relative || shown == target.Folder : CopiedObject.Shows(full, target))
            return;
        if (IsForeign(full))
            throw new InputException("a file or folder that no run made is in the way", full, "Move it elsewhere.");
        try
        {
            Directory.CreateDirectory(parent);
            var writer = string.Create(
                CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
            var temporary = Path.Combine(parent, $".{Path.GetFileName(full)}.{writer}");
            if (TryLink(temporary, relative, target.Folder, createLink))
                Replace(temporary, full);
            else
                CopiedObject.Put(full, target, temporary);
        }
        catch (Exception e) when (StorageFault.From(e, full) is { } fault)
        {
            throw fault;
        }
    }

    // In this order, as another build may put the same link there at the same time: what exists and is no link now never was.
    private static bool IsForeign(string path) =>
        (File.Exists(path) || Directory.Exists(path)) && new FileInfo(path).LinkTarget is null && !CopiedObject.IsAt(path);

    private static bool TryLink(string temporary, string relative, string absolute, Action<string, string> createLink)
    {
        try
        {
            File.Delete(temporary);
            createLink(temporary, relative);
            if (Directory.Exists(temporary))
                return true;

            // Some folder on the way is a link itself, so that .. leads elsewhere.
            File.Delete(temporary);
            createLink(temporary, absolute);
            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            // Some file systems know no links, and Windows asks for a privilege.
            return false;
        }
    }

    // .NET offers no rename of one link to a folder over another; without one, a reader could find nothing in between.
    private static void Replace(string temporary, string path)
    {
        CopiedObject.Remove(path);
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
