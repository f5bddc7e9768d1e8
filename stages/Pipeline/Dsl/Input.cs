namespace Research.Pipeline.Dsl;

/// <summary>Something a job reads: artifacts of other jobs, files of the repository, or files of the user.</summary>
public abstract class Input
{
    private protected Input(InputSource source) => Source = source;

    internal InputSource Source { get; }
}
