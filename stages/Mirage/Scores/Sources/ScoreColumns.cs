using Research.Jobs;
using Research.Tables.Supplied;

namespace Research.Mirage.Scores.Sources;

/// <summary>Which column of a table plays which role.</summary>
internal sealed class ScoreColumns
{
    private const string Option = "--score-columns";
    private const string Ignore = "ignore";

    /// <summary>The roles, each with the names by which a column is known for it, the best first.</summary>
    private static readonly (string Role, bool Required, string[] Names)[] Roles =
    [
        ("task", true, ["task", "task_name"]),
        ("metric", true, ["metric", "metric_name"]),
        ("value", true, ["value", "score"]),
        ("family", false, ["family", "model_family", "suite"]),
        ("model", false, ["model", "model_name"]),
        ("scale", false, ["scale", "params", "parameters", "n_params", "model_params", "model_params_nominal", "params_b_from_id", "non_embedding_params", "total_params", "flops"]),
        ("step", false, ["step", "training_step", "checkpoint"]),
        ("shots", false, ["shots", "num_fewshot", "number_of_shots"]),
        (Ignore, false, ["stderr", "std_err", "standard_error"]),
    ];

    private readonly Dictionary<string, IReadOnlyList<string>> _columns;

    private ScoreColumns(Dictionary<string, IReadOnlyList<string>> columns, IReadOnlyList<string> others) =>
        (_columns, Conditions) = (columns, others);

    /// <summary>The columns without a role: they tell series apart.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>The columns of a role; several are read as one, none if the table lacks it.</summary>
    public IReadOnlyList<string> Of(string role) => _columns.GetValueOrDefault(role, []);

    /// <summary>Assigns the columns: first as the user says, then by name.</summary>
    /// <exception cref="InputException">A role or column is unknown, or the table lacks a column that it needs.</exception>
    public static ScoreColumns Of(SuppliedTable table, string mapping)
    {
        var columns = Mapped(table, mapping);
        foreach (var (role, required, names) in Roles)
        {
            if (columns.ContainsKey(role)) continue;
            var taken = columns.Values.SelectMany(list => list).ToHashSet(StringComparer.Ordinal);
            var free = table.Columns.Where(column => !taken.Contains(column)).ToList();
            var known = names
                .Select(name => free.Find(column => string.Equals(column.Trim(), name, StringComparison.OrdinalIgnoreCase)))
                .OfType<string>().ToList();
            if (known.Count > 0) columns[role] = role == Ignore ? known : [known[0]];
            else if (required) throw Missing(table, role);
        }

        if (!columns.ContainsKey("scale") && !columns.ContainsKey("step"))
            throw Missing(table, "scale");
        var used = columns.Values.SelectMany(list => list).ToHashSet(StringComparer.Ordinal);
        return new(columns, [.. table.Columns.Where(column => !used.Contains(column))]);
    }

    private static Dictionary<string, IReadOnlyList<string>> Mapped(SuppliedTable table, string mapping)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var part in mapping.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var halves = part.Split('=', 2, StringSplitOptions.TrimEntries);
            var roles = Roles.Select(entry => entry.Role).ToList();
            if (halves.Length < 2 || halves[1].Length == 0)
                throw new InputException($"'{part}' is no role and column", Option, "Write role=column, or role=column+column.");
            if (!roles.Contains(halves[0]))
                throw new InputException($"there is no role '{halves[0]}'", Option, NearestName.Suggestion(halves[0], roles));
            columns[halves[0]] = [.. halves[1].Split('+', StringSplitOptions.TrimEntries).Select(table.Column)];
        }

        return columns;
    }

    private static InputException Missing(SuppliedTable table, string role)
    {
        var names = Array.Find(Roles, entry => entry.Role == role).Names;
        var listed = string.Join(", ", table.Columns.Select(column => $"'{column}'"));
        return new(
            $"there is no column for the {role} ({(role == "scale" ? "nor for the step; " : "")}known names: {string.Join(", ", names)}); the columns are {listed}",
            table.FilePath, $"Say which it is: {Option} {role}=<column>.");
    }
}
