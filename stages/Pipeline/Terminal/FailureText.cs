using System.Reflection;
using Research.Jobs;
using Research.Pipeline.Graph;
using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>Says of a failed job which one it is, what went wrong, what it read and where its log is.</summary>
internal static class FailureText
{
    private const int ShownInputs = 8;

    /// <summary>Several lines.</summary>
    /// <param name="run">The failed job.</param>
    /// <param name="root">Root of the repository; paths are shown relative to it.</param>
    public static string Of(JobRun run, string root)
    {
        List<string> lines = [$"{run.Job} failed after {Durations.Format(run.Duration)}: {Message(run.Failure!)}"];
        if (run.Job.IsVerb)
            return lines[0];
        lines.AddRange(
            Inputs(run.Job).Take(ShownInputs).Select((input, i) => $"{(i == 0 ? "inputs:" : "       ")} {input}"));
        if (Inputs(run.Job).Count() is > ShownInputs and var count)
            lines.Add($"        and {count - ShownInputs} more");
        if (File.Exists(run.LogFile))
            lines.Add($"log:    {Path.GetRelativePath(root, run.LogFile)}");
        return string.Join('\n', lines);
    }

    /// <summary>What the user has to know of an exception: an <see cref="InputException"/> speaks for itself.</summary>
    public static string Message(Exception failure) => failure switch
    {
        InputException => failure.Message,
        TargetInvocationException { InnerException: { } inner } => Message(inner),
        AggregateException { InnerExceptions: [var inner] } => Message(inner),
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };

    private static IEnumerable<string> Inputs(JobNode job) => job.Inputs.SelectMany(Shown);

    private static IEnumerable<string> Shown(JobInput input) => input switch
    {
        JobInput.Artifacts artifacts => artifacts.Jobs.Select(source => $"{input.Role} = {source}"),
        JobInput.Repository source => [$"{input.Role} = {source.Path}"],
        _ => [],
    };
}
