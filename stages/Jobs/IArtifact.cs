namespace Research.Jobs;

/// <summary>
/// A typed view of an artifact: one folder that a job wrote. The class knows the names of the files in the folder, writes
/// them and reads them back, so that no other code builds their paths.
/// </summary>
/// <typeparam name="TSelf">The artifact type itself.</typeparam>
public interface IArtifact<TSelf>
    where TSelf : IArtifact<TSelf>
{
    /// <summary>Opens the view of a folder; reads nothing yet. The folder of a job that is about to run is empty.</summary>
    /// <param name="folder">Full path of an existing folder.</param>
    static abstract TSelf Open(string folder);
}
