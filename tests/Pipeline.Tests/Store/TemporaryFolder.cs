namespace Research.Pipeline.Tests.Store;

/// <summary>A folder that a test may fill; removed afterwards.</summary>
/// <param name="parent">Where it lies; in the system's folder for temporary files by default.</param>
internal sealed class TemporaryFolder(string? parent = null) : IDisposable
{
    public string FullName { get; } =
        Directory.CreateDirectory(Path.Combine(parent ?? Path.GetTempPath(), $"research-pipeline-{Guid.NewGuid():N}")).FullName;

    public string this[string name] => Path.Combine(FullName, name);

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
