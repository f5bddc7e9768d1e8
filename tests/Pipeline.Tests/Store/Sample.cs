using System.Globalization;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

/// <summary>Small artifacts and records.</summary>
internal static class Sample
{
    private static readonly CodeFingerprint Code = new("Sample.Run()", new Dictionary<string, Digest>());

    /// <summary>The components of the n-th job.</summary>
    public static KeyComponents Components(int n) => KeyComponents.Of("Train", Code, new Item(n), []);

    public static ActionRecord Record(int n, Digest output) => new(
        "Train", $"seed {n}", Components(n), output, 1.5, 1 << 20, "2 cores", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>Commits an artifact of files by name and text.</summary>
    public static StoredObject Commit(ArtifactStore store, params (string Name, string Text)[] files)
    {
        using var staged = store.Stage();
        foreach (var (name, text) in files)
        {
            var path = Path.Combine(staged.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return store.Commit(staged);
    }

    public static string Text(int n) => string.Create(CultureInfo.InvariantCulture, $"artifact {n}");

    internal sealed record Item(int Seed);
}
