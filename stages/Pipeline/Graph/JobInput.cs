namespace Research.Pipeline.Graph;

/// <summary>An input of a job, with its source found.</summary>
/// <param name="Role">The stage's parameter it is given to; its name in the key.</param>
/// <param name="Open">
/// Opens it for the stage, given one full path per job, or the path of the source file or folder.
/// </param>
internal abstract record JobInput(string Role, Func<IReadOnlyList<string>, object> Open)
{
    /// <summary>Artifacts of other jobs.</summary>
    /// <param name="Role">The stage's parameter.</param>
    /// <param name="Jobs">The jobs that write them, in the order in which the stage sees them.</param>
    /// <param name="Roles">
    /// The name of each in the key: the role, with the part's name and its place in it if the stage takes a list.
    /// </param>
    /// <param name="Open">Opens it for the stage.</param>
    public sealed record Artifacts(
        string Role, IReadOnlyList<JobNode> Jobs, IReadOnlyList<string> Roles, Func<IReadOnlyList<string>, object> Open)
        : JobInput(Role, Open);

    /// <summary>A file or folder of the repository, or a file of the user.</summary>
    /// <param name="Role">The stage's parameter.</param>
    /// <param name="Path">Path from the root of the repository, with forward slashes; or the full path of a user's file.</param>
    /// <param name="IsFolder">It is a folder.</param>
    /// <param name="Open">Opens it for the stage.</param>
    public sealed record Repository(string Role, string Path, bool IsFolder, Func<IReadOnlyList<string>, object> Open)
        : JobInput(Role, Open);
}
