namespace Research.Pipeline.Store;

/// <summary>A job that need not run.</summary>
/// <param name="Record">What is known of the run that produced it.</param>
/// <param name="Output">What it produced.</param>
public sealed record CachedAction(ActionRecord Record, StoredObject Output);
