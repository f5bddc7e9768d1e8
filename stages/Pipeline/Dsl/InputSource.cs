namespace Research.Pipeline.Dsl;

/// <summary>Where an input comes from, before targets are resolved.</summary>
internal abstract record InputSource
{
    /// <summary>The artifact of the job of one item.</summary>
    public sealed record OneJob(Delegate Target, object Item) : InputSource;

    /// <summary>
    /// The artifacts of all jobs of a target whose item passes the filter, in the order of the items.
    /// </summary>
    public sealed record ManyJobs(Delegate Target, Func<object, bool> Filter) : InputSource;

    /// <summary>Several sources one after the other, each under a name or, where that is empty, under none.</summary>
    public sealed record Named(IReadOnlyList<KeyValuePair<string, InputSource>> Parts) : InputSource;

    /// <summary>A file or folder of the repository, known by the digest of its content.</summary>
    public sealed record Repository(string Path, bool IsFolder) : InputSource;

    /// <summary>A file, or a folder where that is allowed, that the user named by an option, known by the digest of its content.</summary>
    public sealed record OfUser(string? Path, string Option, bool MayBeFolder = false) : InputSource;
}
