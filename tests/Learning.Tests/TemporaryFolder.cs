namespace Research.Learning.Tests;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("learning-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Create(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
