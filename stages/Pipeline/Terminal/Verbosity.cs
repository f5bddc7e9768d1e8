namespace Research.Pipeline.Terminal;

/// <summary>How much a run says.</summary>
internal enum Verbosity
{
    /// <summary>Warnings, errors and the last line.</summary>
    Quiet,

    /// <summary>Also the target headers and the closing table.</summary>
    Minimal,

    /// <summary>Also jobs that run.</summary>
    Normal,

    /// <summary>Also cached jobs, keys, digests and reasons.</summary>
    Verbose,
}
