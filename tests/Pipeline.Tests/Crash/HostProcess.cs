using System.Diagnostics;

namespace Research.Pipeline.Tests.Crash;

/// <summary>A process of the crash host.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Research.Pipeline.CrashHost.dll");

    private readonly Process _process;

    private HostProcess(string file, IEnumerable<string> arguments) =>
        _process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    public int Id => _process.Id;

    public static HostProcess Start(params string[] arguments) => new("dotnet", [Program, .. arguments]);

    /// <summary>A shell line in a mount name space of its own; <c>$HOST</c> starts the crash host. Null where that is not permitted.</summary>
    public static string? RunWithOwnMounts(string script)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        try
        {
            using var shell = new HostProcess("unshare", ["--map-root-user", "--mount", "sh", "-ec", $"HOST='dotnet {Program}'\n{script}"]);
            var output = shell.ReadToEnd();
            return shell._process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public string? ReadLine() => _process.StandardOutput.ReadLine();

    /// <summary>Everything it still writes; returns when it has ended.</summary>
    public string ReadToEnd()
    {
        var errors = _process.StandardError.ReadToEndAsync();
        var output = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return output + errors.Result;
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
