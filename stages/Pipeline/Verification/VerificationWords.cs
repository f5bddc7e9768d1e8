using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Terminal;

namespace Research.Pipeline.Verification;

/// <summary>What is said about jobs that are run again to be compared with the store.</summary>
/// <param name="outcomes">How each job ended that is over.</param>
/// <param name="root">Root of the repository; paths are shown relative to it.</param>
/// <param name="profile">Name of the profile.</param>
internal sealed class VerificationWords(
    IReadOnlyDictionary<JobRun, VerificationOutcome> outcomes, string root, string profile) : IRunWords
{
    /// <inheritdoc/>
    public string Note(TargetNode target, int cached) => "";

    /// <inheritdoc/>
    public string Started(JobRun job) => $"runs again{(job.Threads == 1 ? "" : $" ({job.Threads} threads)")}";

    /// <inheritdoc/>
    public string Ended(JobRun job) => job.Status == JobStatus.Succeeded
        ? $"reproduced in {Durations.Format(job.Duration)}"
        : $"aborted after {Durations.Format(job.Duration)}";

    /// <inheritdoc/>
    public string Failed(JobRun job) => outcomes[job] switch
    {
        VerificationOutcome.Differs outcome => Differs(job, outcome),
        VerificationOutcome.InputsDamaged(var inputs) => InputsDamaged(job, inputs),
        _ => FailureText.Of(job, root),
    };

    private string Differs(JobRun job, VerificationOutcome.Differs outcome)
    {
        var (recorded, received) = (job.Record!.Output, outcome.Received);
        var verdict = outcome.IsSound ? $"does not reproduce: {recorded.Short} in the store, {received.Short} here"
            : received == recorded ? $"is damaged in the store; run again it gives {recorded.Short}, as recorded"
            : $"is damaged in the store, and does not reproduce: {recorded.Short} recorded, {received.Short} here";
        List<string> lines = [$"{job.Job} {verdict}"];
        foreach (var file in outcome.Files)
        {
            lines.Add($"  {file.Name}: {Shown(file.Stored, "missing")} in the store, {Shown(file.Received, "not written")} here");
            if (file.First.Length > 0)
                lines.Add($"    {file.First}");
        }

        lines.Add($"stored:  {job.Record.FinishedAt:yyyy-MM-dd} by {job.Record.Machine}: {Relative(job.Output!.Folder)}");
        lines.Add($"here:    {Relative(outcome.Kept)}");
        lines.Add($"log:     {Relative(job.LogFile)}");
        if (!outcome.IsSound)
            lines.Add($"remedy:  {Rebuild(job)}");
        return string.Join('\n', lines);
    }

    private string InputsDamaged(JobRun job, IReadOnlyList<JobRun> inputs) => string.Join('\n', inputs
        .Select(input => $"  {input.Job}: {Rebuild(input)}")
        .Prepend($"{job.Job} cannot be verified: what it reads is damaged or missing in the store"));

    private string Rebuild(JobRun job)
    {
        var profiled = profile == CommandLine.Invocation.DefaultProfile ? "" : $" --profile {profile}";
        var run = $"run ./build.sh {job.Job.Target.Name}{profiled}";
        return job.Output is { } output ? $"delete {Relative(Path.GetDirectoryName(output.Folder)!)} and {run}" : run;
    }

    private static string Shown(Keys.Digest? digest, string otherwise) => digest?.Short ?? otherwise;

    private string Relative(string path) => Path.GetRelativePath(root, path);
}
