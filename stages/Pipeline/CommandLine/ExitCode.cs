namespace Research.Pipeline.CommandLine;

/// <summary>What the process returns.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked for is there.</summary>
    public const int Succeeded = 0;

    /// <summary>A job or verb failed.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a profile or the build's definition is wrong; nothing ran.</summary>
    public const int BadUsage = 2;

    /// <summary>The user stopped the run: 128 plus the number of SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
