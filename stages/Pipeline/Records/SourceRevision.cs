using System.ComponentModel;
using System.Diagnostics;

namespace Research.Pipeline.Records;

/// <summary>Tells which commit is checked out: from git's files, so that it is known where git is not installed.</summary>
internal static class SourceRevision
{
    private const string ReferencePrefix = "ref: ";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The commit, followed by <c>-dirty</c> if git says that tracked files differ from it.</summary>
    /// <param name="root">Root folder of the repository.</param>
    public static string Describe(string root)
    {
        var commit = Commit(root);
        return commit.Length > 0 && HasChanges(root) ? commit + "-dirty" : commit;
    }

    /// <summary>The 40 digits of the commit; empty if the folder is no checkout or has no commit yet.</summary>
    /// <param name="root">Root folder of the repository.</param>
    public static string Commit(string root)
    {
        try
        {
            var git = GitFolder(root);
            var head = File.ReadAllText(Path.Combine(git, "HEAD")).Trim();
            return head.StartsWith(ReferencePrefix, StringComparison.Ordinal)
                ? Reference(git, head[ReferencePrefix.Length..])
                : head;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static bool HasChanges(string root)
    {
        var start = new ProcessStartInfo("git", ["diff", "--quiet", "HEAD"]) { WorkingDirectory = root, RedirectStandardError = true };
        try
        {
            using var git = Process.Start(start)!;
            return git.WaitForExit(Patience) && git.ExitCode == 1;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    // In a linked worktree, .git is a file that names the folder.
    private static string GitFolder(string root)
    {
        var git = Path.Combine(root, ".git");
        return File.Exists(git)
            ? Path.GetFullPath(Path.Combine(root, File.ReadAllText(git)["gitdir: ".Length..].Trim()))
            : git;
    }

    private static string Reference(string git, string name)
    {
        var common = Path.Combine(git, "commondir");
        var shared = File.Exists(common) ? Path.GetFullPath(Path.Combine(git, File.ReadAllText(common).Trim())) : git;
        var loose = Path.Combine(shared, name);
        if (File.Exists(loose))
            return File.ReadAllText(loose).Trim();
        var packed = Path.Combine(shared, "packed-refs");
        return File.Exists(packed)
            ? File.ReadLines(packed)
                .FirstOrDefault(line => line.EndsWith(" " + name, StringComparison.Ordinal))?
                .Split(' ')[0]
                ?? ""
            : "";
    }
}
