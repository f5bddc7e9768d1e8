using Research.Pipeline.Scheduling;

namespace Research.Pipeline.Terminal;

/// <summary>The last lines of an interactive terminal, which show the running jobs and change in place.</summary>
internal interface ILiveRegion
{
    /// <summary>Shows a job.</summary>
    void Add(JobRun run, string label);

    /// <summary>Shows a job no longer.</summary>
    void Remove(JobRun run);

    /// <summary>Writes a line above the region.</summary>
    void WriteLine(string line);

    /// <summary>Clears the region and gives the terminal back; it comes again with the next job.</summary>
    void Stop();
}
