using System.Text.Encodings.Web;
using System.Text.Json;
using Research.Pipeline.Store;

namespace Research.Pipeline.Records;

/// <summary>The readable lock file of the last run, <c>artifacts/PROFILE/run.json</c>.</summary>
internal static class RunLockFile
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the file under a temporary name and renames it.</summary>
    /// <exception cref="Research.Jobs.InputException">The folder cannot be written.</exception>
    public static void Write(string path, RunRecord run)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = $"{path}.{Environment.ProcessId}.new";
            using (var stream = File.Create(temporary))
            using (var writer = new Utf8JsonWriter(stream, Readable))
                Write(writer, run);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (StorageFault.From(e, path) is { } fault)
        {
            throw fault;
        }
    }

    private static void Write(Utf8JsonWriter writer, RunRecord run)
    {
        writer.WriteStartObject();
        writer.WriteString("profile", run.Profile);
        writer.WriteString("commit", run.Commit);
        writer.WriteString("started", run.Started.ToString("yyyy-MM-ddTHH:mm:ssZ"));
        writer.WriteNumber("seconds", run.Seconds);
        writer.WriteNumber("keyScheme", run.KeyScheme);
        writer.WriteStartObject("machine");
        writer.WriteString("operatingSystem", run.Machine.OperatingSystem);
        writer.WriteString("architecture", run.Machine.Architecture);
        writer.WriteString("processor", run.Machine.Processor);
        writer.WriteString("instructions", run.Machine.Instructions);
        writer.WriteNumber("cores", run.Machine.Cores);
        writer.WriteNumber("memoryBytes", run.Machine.MemoryBytes);
        writer.WriteEndObject();
        WriteTexts(writer, "versions", run.Versions);
        WriteTexts(writer, "parameters", run.Parameters);
        writer.WriteStartArray("targets");
        foreach (var target in run.Targets)
            Write(writer, target);
        writer.WriteEndArray();
        writer.WriteStartArray("jobs");
        foreach (var job in run.Jobs)
            Write(writer, job);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in texts)
            writer.WriteString(key, value);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TargetRecord target)
    {
        writer.WriteStartObject();
        writer.WriteString("name", target.Name);
        writer.WriteString("status", target.Status.ToString());
        writer.WriteStartArray("dependsOn");
        foreach (var name in target.DependsOn)
            writer.WriteStringValue(name);
        writer.WriteEndArray();
        writer.WriteNumber("jobs", target.Jobs);
        writer.WriteNumber("cached", target.Cached);
        writer.WriteNumber("seconds", target.Seconds);
        writer.WriteNumber("workSeconds", target.WorkSeconds);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, JobRecord job)
    {
        writer.WriteStartObject();
        writer.WriteString("target", job.Target);
        writer.WriteString("job", job.Job);
        writer.WriteString("status", job.Status.ToString());
        if (job.Key is { } key)
            writer.WriteString("key", key.ToString());
        if (job.Output is { } output)
            writer.WriteString("output", output.Hex);
        if (job.FinishedAt is { } finished)
        {
            writer.WriteNumber("seconds", job.Seconds);
            writer.WriteNumber("peakBytes", job.PeakBytes);
            writer.WriteString("machine", job.Machine);
            writer.WriteString("finished", finished.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
        }

        if (job.Components is { } components)
            WriteTexts(
                writer,
                "components",
                components.Select(component => new KeyValuePair<string, string>(component.Name, component.Value)));
        writer.WriteEndObject();
    }
}
