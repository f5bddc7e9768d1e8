namespace Research.Evaluation.Tests;

/// <summary>A folder of one test, removed with everything in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("research-evaluation-").FullName;

    /// <summary>A new empty folder.</summary>
    public string Create() => Directory.CreateDirectory(Path.Combine(path, Path.GetRandomFileName())).FullName;

    public void Dispose() => Directory.Delete(path, recursive: true);
}
