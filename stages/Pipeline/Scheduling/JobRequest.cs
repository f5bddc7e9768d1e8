using Research.Pipeline.Graph;

namespace Research.Pipeline.Scheduling;

/// <summary>A job that is to run now.</summary>
/// <param name="Job">Target and item say which.</param>
/// <param name="Inputs">Per input, the full paths it is opened from.</param>
/// <param name="OutputFolder">Full path of the empty folder to write in.</param>
internal sealed record JobRequest(JobNode Job, IReadOnlyList<IReadOnlyList<string>> Inputs, string OutputFolder);
