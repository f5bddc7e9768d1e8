using System.IO.Compression;
using Research.Mirage.Scores;

namespace Research.Mirage.Tests.Scores;

/// <summary>
/// The public score tables that may lie beside the repository, in <c>../shared/data</c>; they are no part of it. Analyzed once.
/// </summary>
internal static class SharedData
{
    public const string PythiaCondition = "suite <> 'pythia-v0' and coalesce(variant, '') in ('', 'bf16')";
    public const string PythiaColumns = "ignore=variant+setting+stderr";
    public const string ExpEmergenceCondition = "question_lo = 'all'";

    private static readonly Lazy<ScoreReanalysis> LazyPythia = new(() => Analyzed("pythia_scores.csv.gz", new(PythiaColumns, PythiaCondition, [])));

    private static readonly Lazy<ScoreReanalysis> LazyExpEmergence =
        new(() => Analyzed("expemergence_scores.csv.gz", new("", ExpEmergenceCondition, [])));

    public static ScoreReanalysis Pythia => LazyPythia.Value;

    public static ScoreReanalysis ExpEmergence => LazyExpEmergence.Value;

    public static string PathOf(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Research.sln"))) folder = folder.Parent;
        var path = Path.Combine(folder?.Parent?.FullName ?? "", "shared", "data", file);
        Skip.IfNot(File.Exists(path), $"{file} does not lie in ../shared/data");
        return path;
    }

    public static ScoreReanalysis Analyzed(string file, ScoreImportSpec spec) => Imported.Analyze(new FileInfo(PathOf(file)), spec);

    public static IEnumerable<string> Lines(string file)
    {
        using var zipped = new GZipStream(File.OpenRead(PathOf(file)), CompressionMode.Decompress);
        using var reader = new StreamReader(zipped);
        while (reader.ReadLine() is { } line) yield return line;
    }
}
