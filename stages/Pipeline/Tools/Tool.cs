using System.ComponentModel;
using System.Diagnostics;
using Research.Jobs;

namespace Research.Pipeline.Tools;

/// <summary>Runs programs for verbs; what they print goes where the build program's own output goes.</summary>
public static class Tool
{
    /// <summary>Runs a program to its end; on cancellation its whole process tree is killed.</summary>
    /// <param name="program">Name or path of the program.</param>
    /// <param name="arguments">Its arguments, unquoted.</param>
    /// <param name="folder">The folder it runs in.</param>
    /// <param name="environment">Variables to set on top of this process's.</param>
    /// <param name="cancellation">The user wants to stop.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">The program cannot be started.</exception>
    public static async Task<int> RunAsync(
        string program, IEnumerable<string> arguments, string folder, IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Start(start);
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InputException($"it cannot be started ({exception.Message})", start.FileName, "Install it, or put it on the PATH.", exception);
        }
    }
}
