using System.Text;
using Research.Jobs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Scheduling;

/// <summary>
/// The log file of a job. Every line is on the disk at once, so that one can follow it; the last lines also stay in
/// memory, for the job's record. Its members may be called from several threads.
/// </summary>
internal sealed class JobLog : TextWriter
{
    private const int TailLines = 20;
    private const int LongestTailLine = 500;

    private readonly Lock _gate = new();
    private readonly StreamWriter _file;
    private readonly StringBuilder _line = new();
    private readonly Queue<string> _tail = [];

    private JobLog(StreamWriter file)
    {
        _file = file;
        NewLine = "\n";
    }

    /// <summary>Begins the file anew.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static JobLog Create(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            file.AutoFlush = true;
            return new JobLog(file);
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _file.Encoding;

    /// <summary>The last lines.</summary>
    public string Tail
    {
        get
        {
            lock (_gate)
                return string.Join('\n', _tail);
        }
    }

    /// <summary>Does some work of the job and writes down what ended it, if it came to no good end.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellation">What stops it.</param>
    public async Task<T> KeepAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            WriteLine("stopped by the user or by the failure of another job");
            throw;
        }
        catch (Exception e)
        {
            WriteLine(e is InputException ? e.Message : e.ToString());
            throw;
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write($"{value}{NewLine}");

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_gate)
        {
            _file.Write(buffer);
            foreach (var c in buffer)
            {
                if (c == '\n')
                    EndLine();
                else if (_line.Length < LongestTailLine)
                    _line.Append(c);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _file.Dispose();
        base.Dispose(disposing);
    }

    private void EndLine()
    {
        _tail.Enqueue(_line.ToString());
        _line.Clear();
        if (_tail.Count > TailLines)
            _tail.Dequeue();
    }
}
