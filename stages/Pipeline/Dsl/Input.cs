namespace Research.Pipeline.Dsl;

/// <summary>Something a job reads: artifacts of other jobs, or files of the repository.</summary>
public abstract class Input
{
    private protected Input(InputSource source) => Source = source;

    internal InputSource Source { get; }
}
