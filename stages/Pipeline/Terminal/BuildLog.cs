namespace Research.Pipeline.Terminal;

/// <summary>How a verb speaks to the user.</summary>
public sealed class BuildLog
{
    private readonly RunConsole _console;

    internal BuildLog(RunConsole console) => _console = console;

    /// <summary>A line for those who watch.</summary>
    public void Information(string message) => _console.Inform(message);

    /// <summary>A warning, which is repeated at the end of the run.</summary>
    public void Warning(string message) => _console.Warn(message);

    /// <summary>An error, which is repeated at the end of the run and makes it fail.</summary>
    public void Error(string message) => _console.Fail(message);
}
