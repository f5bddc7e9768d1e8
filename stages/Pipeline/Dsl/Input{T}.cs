namespace Research.Pipeline.Dsl;

/// <summary>Something a job reads, as the stage function receives it.</summary>
/// <typeparam name="T">What the stage function receives.</typeparam>
public abstract class Input<T> : Input
{
    private protected Input(InputSource source)
        : base(source)
    {
    }

    /// <summary>Opens the input.</summary>
    /// <param name="folders">
    /// Full path per artifact, in the order of the source; or the one path of a source file.
    /// </param>
    /// <param name="names">The name of each under which the plan gives it; empty texts where it gives none.</param>
    internal abstract T Open(IReadOnlyList<string> folders, IReadOnlyList<string> names);
}
