namespace Research.Pipeline.Terminal;

/// <summary>A warning or an error, repeated at the end of the run.</summary>
internal sealed record Issue(bool IsError, string Text);
