namespace Research.Pipeline.Store;

/// <summary>An empty folder in the store in which a job writes its artifact. Disposing it removes what was not committed.</summary>
public sealed class StagingFolder : IDisposable
{
    private readonly string _root;

    internal StagingFolder(string root)
    {
        _root = root;
        Directory.CreateDirectory(Folder);
    }

    /// <summary>Full path of the folder to write in.</summary>
    public string Folder => Path.Combine(_root, ObjectStore.FilesFolder);

    // The folder that becomes the object: the files and, once committed, the manifest beside them.
    internal string Root => _root;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(_root))
            Deletion.Delete(_root);
    }
}
