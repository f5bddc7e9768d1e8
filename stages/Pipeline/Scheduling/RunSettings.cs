namespace Research.Pipeline.Scheduling;

/// <summary>How a run is to go.</summary>
/// <param name="Profile">Name of the profile.</param>
/// <param name="Cores">Cores that jobs may keep busy together, at least 1.</param>
/// <param name="ArtifactsFolder">Full path of the profile's artifacts.</param>
/// <param name="Machine">The machine in a few words, for the records.</param>
/// <param name="NoCache">Run every job, also those in the cache.</param>
/// <param name="KeepGoing">After a failure run what does not depend on it.</param>
internal sealed record RunSettings(
    string Profile, int Cores, string ArtifactsFolder, string Machine, bool NoCache = false, bool KeepGoing = false);
