using Research.Jobs;
using Research.Mirage.Scores;

namespace Research.Mirage.Tests.Scores;

/// <summary>Runs import and analysis in a temporary folder that stays until the process ends.</summary>
internal static class Imported
{
    public static ScoreTable Import(FileSystemInfo path, ScoreImportSpec? spec = null)
    {
        var table = ScoreTable.Open(Folder());
        ScoreImport.Import(spec ?? new("", "", []), path, table, new JobContext());
        return table;
    }

    public static ScoreReanalysis Analyze(FileSystemInfo path, ScoreImportSpec? spec = null, int draws = 20_000)
    {
        spec ??= new("", "", []);
        var analysis = ScoreReanalysis.Open(Folder());
        ScoreAnalysis.Analyze(new(spec, draws), Import(path, spec), analysis, new JobContext { Threads = 2 });
        return analysis;
    }

    /// <summary>A file with a text.</summary>
    public static FileInfo Text(string name, string text)
    {
        var path = Path.Combine(Folder(), name);
        File.WriteAllText(path, text);
        return new FileInfo(path);
    }

    public static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("research-scores-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
