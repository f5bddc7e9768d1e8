using System.Runtime.InteropServices;

namespace Research.Pipeline.CommandLine;

/// <summary>Ctrl-C and SIGTERM: the first asks the run to stop, the second ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private const string ShowCursor = "\e[?25h";

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Signalled by the first signal.</summary>
    public CancellationToken Token => _stop.Token;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _stop.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_stop.IsCancellationRequested)
        {
            if (!Console.IsOutputRedirected)
                Console.Write(ShowCursor);
            Environment.Exit(ExitCode.Cancelled);
        }

        context.Cancel = true;
        _stop.Cancel();
    }
}
