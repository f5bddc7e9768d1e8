using System.Text.Json;

namespace Research.Snapshots.Tests;

/// <summary>The jobs of <c>run.json</c>.</summary>
internal sealed record RunFile(IReadOnlyList<RunFile.Job> Jobs)
{
    /// <summary>The jobs that ran, as <c>Target / job</c>.</summary>
    public IEnumerable<string> Executed => Jobs.Where(job => job.Status != "Cached").Select(job => job.ToString());

    public static RunFile Read(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return new([.. json.RootElement.GetProperty("jobs").EnumerateArray().Select(job => new Job(
            Text(job, "target"), Text(job, "job"), Text(job, "status"), Text(job, "key"), Text(job, "output")))]);
    }

    /// <summary>The job of a target whose name starts with <paramref name="name"/>.</summary>
    public Job Find(string target, string name) =>
        Jobs.Single(job => job.Target == target && job.Name.StartsWith(name, StringComparison.Ordinal));

    private static string Text(JsonElement job, string name) => job.GetProperty(name).GetString()!;

    /// <summary>One job: its target, its name, what became of it, its key and the digest of its artifact.</summary>
    public sealed record Job(string Target, string Name, string Status, string Key, string Output)
    {
        public override string ToString() => $"{Target} / {Name}";
    }
}
