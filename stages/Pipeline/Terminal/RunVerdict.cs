namespace Research.Pipeline.Terminal;

/// <summary>How a run ended.</summary>
internal enum RunVerdict
{
    /// <summary>Everything that was asked for is there.</summary>
    Succeeded,

    /// <summary>Something failed.</summary>
    Failed,

    /// <summary>The user stopped it.</summary>
    Cancelled,
}
