using Research.Jobs;

namespace Research.Pipeline.Scheduling;

/// <summary>Runs each job on a thread of its own.</summary>
internal sealed class InProcessExecutor : IExecutor
{
    /// <inheritdoc/>
    public Task RunAsync(JobRequest request, JobContext context) =>
        Task.Factory.StartNew(
            () => Run(request, context),
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);

    private static void Run(JobRequest request, JobContext context)
    {
        var job = request.Job;
        var inputs = job.Inputs.Zip(request.Inputs, (input, folders) => input.Open(folders)).ToArray();
        job.Target.Declaration.Stage!.Invoke(job.Item!, inputs, request.OutputFolder, context);
    }
}
