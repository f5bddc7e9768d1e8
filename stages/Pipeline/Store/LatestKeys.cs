using System.Text;
using Research.Pipeline.Keys;

namespace Research.Pipeline.Store;

/// <summary>The key under which a job of a profile was last up to date: <c>latest/PROFILE/TARGET/JOB</c>.</summary>
internal sealed class LatestKeys(string folder, Workspace workspace)
{
    public JobKey? Find(string profile, string target, string job)
    {
        var path = PathOf(profile, target, job);
        try
        {
            return File.Exists(path) && Digest.TryParse(File.ReadAllText(path).Trim(), out var digest)
                ? new JobKey(digest)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Set(string profile, string target, string job, JobKey key)
    {
        // Only explanations need it, so a store that cannot be written is no reason to fail.
        if (Find(profile, target, job) != key)
            AtomicFile.TryRemember(PathOf(profile, target, job), Encoding.ASCII.GetBytes($"{key}\n"), workspace);
    }

    private string PathOf(string profile, string target, string job) =>
        Path.Combine(folder, FileName.Of(profile), FileName.Of(target), FileName.Of(job));
}
