using System.Text.Json;
using Research.Mirage.Scores.Checks;

namespace Research.Mirage.Scores.Sources;

/// <summary>
/// A result file of BIG-bench, <c>benchmark_tasks/{task}/results/scores_{family}_{size}.json</c>: <c>model</c>, <c>task</c>, and
/// <c>scores</c>, a list with an entry for each subtask and number of shots.
/// </summary>
internal static class BigBenchResult
{
    /// <summary>Sizes, the one to go by first: a sparse model counts as the dense one of the same cost.</summary>
    private static readonly string[] Sizes = ["flop_matched_non_embedding_params", "non_embedding_params", "total_params"];

    public static bool Is(JsonElement root) =>
        JsonText.Child(root, "scores", JsonValueKind.Array).ValueKind == JsonValueKind.Array
        && JsonText.Child(root, "model", JsonValueKind.Object).ValueKind == JsonValueKind.Object;

    public static IEnumerable<RawScore> Read(JsonElement root, string path, string name, FindingList findings)
    {
        var model = root.GetProperty("model");
        var family = JsonText.Of(model, "model_family");
        var modelName = JsonText.Of(model, "model_name");
        var scale = Sizes.Select(size => JsonText.Of(model, size)).FirstOrDefault(size => size is not (null or "0"));
        var task = JsonText.Of(root, "task") ?? TaskOf(root) ?? FolderOf(path);
        var entry = -1;
        foreach (var score in root.GetProperty("scores").EnumerateArray())
        {
            entry++;
            var values = JsonText.Child(score, "score_dict", JsonValueKind.Object);
            if (values.ValueKind != JsonValueKind.Object)
            {
                findings.Add(Outcome.Dropped, "No score_dict", "entries", $"{name}: scores[{entry}]");
                continue;
            }

            var shots = JsonText.Of(score, "number_of_shots");
            var subtask = JsonText.Of(score, "subtask_description");
            var aggregate = JsonText.Of(score, "preferred_score") == "normalized_aggregate_score" ? "yes" : null;
            foreach (var value in values.EnumerateObject())
            {
                if (value.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null))
                {
                    findings.Add(Outcome.Dropped, "Not a number", "scores", $"{name}: scores[{entry}].score_dict.{value.Name}");
                    continue;
                }

                yield return new(
                    new(0, name, $"scores[{entry}].score_dict.{value.Name}"), true, family, modelName, scale, null, shots, task, value.Name,
                    JsonText.Of(value.Value), [subtask, aggregate, null]);
            }
        }
    }

    private static string? TaskOf(JsonElement root)
    {
        var task = JsonText.Child(root, "task", JsonValueKind.Object);
        return JsonText.Of(task, "task_name") ?? JsonText.Of(task, "name");
    }

    private static string? FolderOf(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (string.Equals(Path.GetFileName(folder), "results", StringComparison.OrdinalIgnoreCase)) folder = Path.GetDirectoryName(folder);
        return Path.GetFileName(folder);
    }
}
