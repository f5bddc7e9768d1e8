using Research.Pipeline.Parameters;

namespace Research.Pipeline.CommandLine;

/// <summary>The text of <c>--help</c>.</summary>
internal static class HelpText
{
    private const int LongestColumn = 30;
    private const int NamedNeeds = 4;

    private static readonly (string Option, string Text)[] Options =
    [
        ("--jobs N", "Cores that jobs may keep busy together; at least 1, by default all"),
        ("--device WHERE", "auto (default: an NVIDIA GPU if there is one) | cpu | gpu; changes the time, never a result"),
        ("--dry-run", "List what would run and why in a word; execute nothing"),
        ("--why [JOB]", "Explain what would run by the parts of the key that changed; JOB is a target,\n"
            + "a job or TARGET/JOB, with * and ? for any text and any letter"),
        ("--plan", "Write the graph as an HTML page, artifacts/PROFILE/plan.html"),
        ("--no-cache", "Run also what is cached, and warn if a result differs"),
        ("--keep-going", "After a failure, run what does not depend on it"),
        ("--verbosity LEVEL", "quiet | minimal | normal (default) | verbose"),
        ("--schema", "Write .nuke/build.schema.json, which gives editors completion in the parameter files"),
        ("--help", "Show this text"),
    ];

    /// <summary>The lines.</summary>
    /// <param name="targets">The targets to list.</param>
    /// <param name="settings">The parameters and their values.</param>
    /// <param name="profiles">The profiles there are.</param>
    /// <param name="profile">The profile whose values are shown.</param>
    public static IReadOnlyList<string> Format(
        IReadOnlyList<TargetHelp> targets,
        IReadOnlyList<ParameterSetting> settings,
        IReadOnlyList<string> profiles,
        string profile)
    {
        var shown = string.Join(
            " | ", profiles.Select(name => name == Invocation.DefaultProfile ? $"{name} (default)" : name));
        return
        [
            "Usage: ./build.sh [Target ...] [options]",
            "",
            "Targets (with their direct dependencies):",
            .. Columns(targets.Select(target => (target.Name + (target.IsDefault ? " (default)" : ""), About(target)))),
            "",
            "Options:",
            .. Columns([("--profile NAME", $"Parameters to use: {shown}"), .. Options]),
            "",
            $"Parameters (with their values in profile {profile}; in files PascalCase, in variables RESEARCH_NAME):",
            .. Columns(settings.Select(setting => (setting.Member.Option, About(setting)))),
            "",
            "Exit codes: 0 success, 1 something failed, 2 bad usage, 130 cancelled.",
        ];
    }

    private static string About(TargetHelp target)
    {
        if (target.Needs.Count == 0)
            return target.Description;
        var more = target.Needs.Count > NamedNeeds ? $" and {target.Needs.Count - NamedNeeds} more" : "";
        return $"{target.Description}  -> {string.Join(", ", target.Needs.Take(NamedNeeds))}{more}".TrimStart();
    }

    private static string About(ParameterSetting setting)
    {
        var member = setting.Member;
        var source = setting.Source == "default" ? "by default" : $"from {setting.Source}";
        var value = setting.Value is null ? "not set" : $"{member.Type.Show(setting.Value)} {source}";
        var use = member.Targets.Count == 0 ? "" : $" [{string.Join(", ", member.Targets)}]";
        return $"{member.Attribute.Description}{use}\n{member.Type.Accepts}; {value}";
    }

    private static IEnumerable<string> Columns(IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        var width = Math.Min(all.Select(row => row.Left.Length).DefaultIfEmpty(0).Max(), LongestColumn) + 4;
        var indent = "\n" + new string(' ', width + 2);
        return all.Select(row =>
            $"  {row.Left.PadRight(width)}{row.Right.Replace("\n", indent, StringComparison.Ordinal)}".TrimEnd());
    }
}
