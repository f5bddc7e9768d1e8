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

    /// <summary>True where a process may have a mount name space of its own.</summary>
    public static bool MayMount()
    {
        if (!OperatingSystem.IsLinux())
            return false;
        try
        {
            using var probe = Shell("mount -t tmpfs none /mnt");
            probe.ReadToEnd();
            return probe._process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// <summary>What a shell script in a mount name space of its own writes; <c>$HOST</c> starts the crash host.</summary>
    public static string RunWithOwnMounts(string script)
    {
        using var shell = Shell($"HOST='dotnet {Program}'\n{script}");
        return shell.ReadToEnd();
    }

    private static HostProcess Shell(string script) => new("unshare", ["--map-root-user", "--mount", "sh", "-ec", script]);

    /// <summary>The next line it writes; if it ended instead, what it had to complain of.</summary>
    public string ReadLine() => _process.StandardOutput.ReadLine() ?? _process.StandardError.ReadToEnd();

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
