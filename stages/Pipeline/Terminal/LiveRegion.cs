using System.Collections.Concurrent;
using Research.Pipeline.Scheduling;
using Spectre.Console;

namespace Research.Pipeline.Terminal;

/// <summary>
/// One line per running job, drawn by Spectre.Console. Nothing of Spectre is loaded before the first job runs, so a
/// cached run does not pay for it.
/// </summary>
/// <param name="output">The terminal.</param>
/// <param name="usesColor">False draws without colors.</param>
/// <param name="time">The clock.</param>
internal sealed class LiveRegion(TextWriter output, bool usesColor, TimeProvider time) : ILiveRegion
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly ConcurrentDictionary<JobRun, string> _labels = [];
    private IAnsiConsole? _console;
    private TaskCompletionSource? _stop;
    private Task _drawing = Task.CompletedTask;

    /// <inheritdoc/>
    public void Add(JobRun run, string label)
    {
        _labels[run] = label;
        if (_stop is not null)
            return;
        _console ??= AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = AnsiSupport.Yes,
            ColorSystem = usesColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
        });
        var stop = _stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _drawing = _console.Live(Draw()).AutoClear(true).StartAsync(context => RedrawAsync(context, stop.Task));
    }

    /// <inheritdoc/>
    public void Remove(JobRun run) => _labels.TryRemove(run, out _);

    /// <inheritdoc/>
    public void WriteLine(string line)
    {
        if (_stop is null)
            output.WriteLine(line);
        else
            WriteAbove(line);
    }

    /// <inheritdoc/>
    public void Stop()
    {
        if (_stop is null)
            return;
        _stop.SetResult();
        _drawing.GetAwaiter().GetResult();
        _stop = null;
    }

    // On its own, so that compiling WriteLine does not load Spectre.
    private void WriteAbove(string line) => _console!.Write(new ControlCode($"\e[2K{line}\n"));

    private async Task RedrawAsync(LiveDisplayContext context, Task stop)
    {
        while (!stop.IsCompleted)
        {
            context.UpdateTarget(Draw());
            await Task.WhenAny(stop, Task.Delay(Interval)).ConfigureAwait(false);
        }
    }

    // The empty line sets the region off; and it must not have just one line, because Spectre moves up by "0" lines
    // to redraw such a region, which terminals take for 1.
    private Rows Draw()
    {
        var running = _labels.OrderBy(entry => entry.Key.Order).ToList();
        var labelWidth = running.Select(entry => entry.Value.Length).DefaultIfEmpty(0).Max();
        return new Rows([new Text(" "), .. running.Select(entry => Line(entry.Key, entry.Value, labelWidth))]);
    }

    private Paragraph Line(JobRun run, string label, int labelWidth)
    {
        var line = LiveLine.Of(
            label, labelWidth, run.Progress.Read(), time.GetElapsedTime(run.StartedAt), _console!.Profile.Width - 1);
        return new Paragraph(line.Label)
            .Append(line.Done, new Style(Color.Green))
            .Append(line.Rest, new Style(Color.Grey))
            .Append(line.Tail);
    }
}
