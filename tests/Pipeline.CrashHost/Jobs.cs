using System.Globalization;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.CrashHost;

/// <summary>Jobs as a build runs them, small and many. Job n always writes the same files.</summary>
public static class Jobs
{
    private static readonly CodeFingerprint Code = new("Jobs.Run(Int32)", new Dictionary<string, Digest>());

    /// <summary>What the key of job n is made of.</summary>
    public static KeyComponents Components(int n) => KeyComponents.Of("Work", Code, n, []);

    /// <summary>Runs job n under its lock, unless the store has its result.</summary>
    /// <param name="store">The store.</param>
    /// <param name="n">Number of the job.</param>
    /// <param name="log">Folder that gets a new file for every job that really runs; null for none.</param>
    /// <exception cref="Research.Jobs.InputException">The store cannot be written.</exception>
    public static async Task RunAsync(ArtifactStore store, int n, string? log)
    {
        var components = Components(n);
        using var held = await store.Locks.AcquireAsync(components.Key).ConfigureAwait(false);
        if (store.Find(components.Key) is not null)
            return;
        if (log is not null)
        {
            Directory.CreateDirectory(log);
            await File.WriteAllTextAsync(
                Path.Combine(log, string.Create(CultureInfo.InvariantCulture, $"{n} {Environment.ProcessId}")), "").ConfigureAwait(false);
            await Task.Delay(10).ConfigureAwait(false);
        }

        using var staged = store.Stage();
        try
        {
            Write(staged.Folder, n);
        }
        catch (IOException e) when (StorageFault.From(e, staged.Folder) is { } fault)
        {
            throw fault;
        }

        var output = store.Commit(staged);
        store.Record(new ActionRecord("Work", $"{n}", components, output.Digest, 0.01, 0, "test", DateTimeOffset.UnixEpoch));
        store.SetLatest("test", "Work", $"{n}", components.Key);
    }

    private static void Write(string folder, int n)
    {
        var bytes = new byte[20_000];
        bytes.AsSpan().Fill((byte)n);
        Directory.CreateDirectory(Path.Combine(folder, "deep"));
        File.WriteAllBytes(Path.Combine(folder, "large.bin"), bytes);
        File.WriteAllText(Path.Combine(folder, "deep", "small.txt"), string.Create(CultureInfo.InvariantCulture, $"job {n}"));
    }
}
