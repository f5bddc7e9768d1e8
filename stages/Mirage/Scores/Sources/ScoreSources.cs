using Research.Jobs;

namespace Research.Mirage.Scores.Sources;

/// <summary>Finds out what the user's file or folder is.</summary>
internal static class ScoreSources
{
    private const string Remedy = "Give a table (CSV or Parquet), a JSON result, or a folder of JSON results.";

    /// <summary>A folder is one of JSON results; a file that begins with a brace or bracket is JSON, any other a table.</summary>
    /// <exception cref="InputException">It holds nothing to read, or cannot be read.</exception>
    public static IScoreSource Open(FileSystemInfo path, ScoreImportSpec item)
    {
        if (path is DirectoryInfo folder)
        {
            var files = Directory.GetFiles(folder.FullName, "*.json", SearchOption.AllDirectories);
            Array.Sort(files, StringComparer.Ordinal);
            if (files.Length == 0) throw new InputException("the folder holds no .json files", folder.FullName, Remedy);
            RefuseTableOptions(item);
            return new JsonFiles(folder.FullName, files);
        }

        if (!IsJson(path.FullName)) return new TableSource(path.FullName, item);
        RefuseTableOptions(item);
        return new JsonFiles(path.FullName, [path.FullName]);
    }

    private static void RefuseTableOptions(ScoreImportSpec item)
    {
        if (item.Columns.Length > 0) throw new InputException("JSON results have no columns", "--score-columns", "Leave it out.");
        if (item.Condition.Length > 0) throw new InputException("JSON results have no columns to ask for", "--score-where", "Leave it out, and give a folder of the files you want.");
    }

    private static bool IsJson(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            int letter;
            do letter = stream.ReadByte();
            while (letter is ' ' or '\t' or '\r' or '\n');
            return letter is '{' or '[';
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the file cannot be read ({exception.Message})", path, "Check its permissions.", exception);
        }
    }
}
