using System.Text.Json;
using System.Text.RegularExpressions;
using Research.Mirage.Scores.Checks;

namespace Research.Mirage.Scores.Sources;

/// <summary>
/// A result file of the evaluation harness: <c>results.{task}.{metric}</c>, and <c>config</c> with the model and the number of shots. Its
/// later form, in which a metric is <c>acc,none</c> and <c>n-shot</c> holds the shots of each task, is read too. Size, family and step
/// come from the model's identifier, unless the file says the size.
/// </summary>
internal static partial class HarnessResult
{
    public static bool Is(JsonElement root) => JsonText.Child(root, "results", JsonValueKind.Object).ValueKind == JsonValueKind.Object;

    public static IEnumerable<RawScore> Read(JsonElement root, string name, FindingList findings)
    {
        var config = JsonText.Child(root, "config", JsonValueKind.Object);
        var arguments = JsonText.Of(config, "model_args") ?? "";
        var model = Pretrained().Match(arguments) is { Success: true } found
            ? found.Groups[1].Value
            : JsonText.Of(root, "model_name") ?? (arguments.Length > 0 ? arguments : JsonText.Of(config, "model"));
        if (model is null) findings.Add(Outcome.Kept, "No model is named (config.model_args); the file's name stands for it", "files", name);
        model ??= Path.GetFileNameWithoutExtension(name);
        var step = Revision().Match(arguments) is { Success: true } revision ? revision.Groups[1].Value : null;
        var size = JsonText.Of(config, "model_num_parameters") ?? ModelName.Size(model)?.ToString("R", null);
        var shotsByTask = JsonText.Child(root, "n-shot", JsonValueKind.Object);
        foreach (var task in root.GetProperty("results").EnumerateObject())
        {
            if (task.Value.ValueKind != JsonValueKind.Object) continue;
            var shots = JsonText.Of(shotsByTask, task.Name) ?? JsonText.Of(config, "num_fewshot");
            foreach (var value in task.Value.EnumerateObject())
            {
                var parts = value.Name.Split(',', 2);
                if (parts[0] == "alias" || parts[0].EndsWith("_stderr", StringComparison.Ordinal)) continue;
                if (value.Value.ValueKind is not (JsonValueKind.Number or JsonValueKind.Null))
                {
                    findings.Add(Outcome.Dropped, "Not a number", "scores", $"{name}: results.{task.Name}.{value.Name}");
                    continue;
                }

                yield return new(
                    new(0, name, $"results.{task.Name}.{value.Name}"), true, ModelName.Family(model), model, size, step, shots, task.Name, parts[0],
                    JsonText.Of(value.Value), [null, null, parts.Length > 1 && parts[1] != "none" ? parts[1] : null]);
            }
        }
    }

    [GeneratedRegex("(?:^|,)pretrained=([^,]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Pretrained();

    [GeneratedRegex("(?:^|,)revision=step([0-9]+)(?:,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Revision();
}
