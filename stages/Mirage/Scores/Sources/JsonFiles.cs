using System.Text.Json;
using Research.Jobs;
using Research.Mirage.Scores.Checks;

namespace Research.Mirage.Scores.Sources;

/// <summary>
/// JSON files of results, one or a folder of them; each is read by itself, so that memory holds one at a time. It is held whole, because the
/// harness writes model and shots behind the scores; a file has one model's means, some kilobytes, and one far beyond that is refused.
/// </summary>
/// <param name="path">Full path of the file or folder.</param>
/// <param name="files">The files, in the order to read.</param>
internal sealed class JsonFiles(string path, IReadOnlyList<string> files) : IScoreSource
{
    private const long MostBytes = 256L << 20;

    public string Format => "result files (JSON)";

    public string Path { get; } = path;

    public IReadOnlyList<string> Conditions { get; } = ["subtask", "aggregate", "filter"];

    public IEnumerable<RawScore> Read(FindingList findings)
    {
        foreach (var file in files)
        {
            var name = files.Count == 1 ? System.IO.Path.GetFileName(file) : System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/');
            using var document = Parsed(file);
            var root = document.RootElement;
            var scores =
                BigBenchResult.Is(root) ? BigBenchResult.Read(root, file, name, findings)
                : HarnessResult.Is(root) ? HarnessResult.Read(root, name, findings)
                : null;
            if (scores is null)
            {
                findings.Add(Outcome.Dropped, "Neither a BIG-bench result (scores, model) nor one of the evaluation harness (results)", "files", name);
                continue;
            }

            foreach (var score in scores) yield return score;
        }
    }

    private static JsonDocument Parsed(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            if (stream.Length > MostBytes)
            {
                throw new InputException(
                    $"{stream.Length >> 20:N0} MB are no result file: that has the mean scores of one model, not its answers", file,
                    $"Give result files of at most {MostBytes >> 20} MB; a larger table goes in as CSV or Parquet, which are streamed.");
            }

            return JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" LineNumber", 2)[0].Split(" Path:", 2)[0].TrimEnd('.');
            throw new InputException(
                $"not JSON: {reason} (byte {exception.BytePositionInLine + 1} of the line)", $"{file}:{exception.LineNumber + 1}",
                "Correct the file. JSON knows no NaN and no Infinity; write null for a missing score.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the file cannot be read ({exception.Message})", file, "Check its permissions.", exception);
        }
    }
}
