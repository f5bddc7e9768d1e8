namespace Research.Pipeline.Dsl;

/// <summary>Something a job reads: artifacts of other jobs, or files of the repository.</summary>
/// <typeparam name="T">What the stage function receives.</typeparam>
public abstract class Input<T>
{
    private protected Input(InputSource source) => Source = source;

    internal InputSource Source { get; }

    /// <summary>Opens the input.</summary>
    /// <param name="folders">Full path per artifact, in the order of the source; or the one path of a source file.</param>
    internal abstract T Open(IReadOnlyList<string> folders);
}
