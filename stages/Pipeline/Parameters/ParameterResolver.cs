using Research.Jobs;

namespace Research.Pipeline.Parameters;

/// <summary>
/// Finds the values of parameters, in NUKE's order: the command line, then the profile's file, then the common file,
/// then the environment, then the field's own initial value.
/// </summary>
internal static class ParameterResolver
{
    private const string EnvironmentPrefix = "RESEARCH";

    /// <summary>Finds the value of every parameter.</summary>
    /// <param name="members">The parameters.</param>
    /// <param name="arguments">Texts of the command line, by option.</param>
    /// <param name="files">Values of the parameter files, by name.</param>
    /// <param name="environment">The environment variables.</param>
    /// <param name="build">The build, as its constructor left it.</param>
    /// <exception cref="InputException">A parameter does not accept its value.</exception>
    public static IReadOnlyList<ParameterSetting> Resolve(
        IReadOnlyList<ParameterMember> members,
        IReadOnlyDictionary<string, string> arguments,
        IReadOnlyDictionary<string, (JsonNode Value, string File)> files,
        IReadOnlyDictionary<string, string> environment,
        object build)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in environment.Keys)
        {
            if (name.StartsWith(EnvironmentPrefix, StringComparison.OrdinalIgnoreCase))
                variables[name.Replace("_", "", StringComparison.Ordinal)] = name;
        }

        return [.. members.Select(member => Resolve(member, arguments, files, variables, environment, build))];
    }

    /// <summary>Sees that every parameter that the targets use has a value.</summary>
    /// <param name="settings">What was found.</param>
    /// <param name="targets">Names of the targets asked for.</param>
    /// <param name="build">The build, as its constructor left it.</param>
    /// <exception cref="InputException">A parameter is not set.</exception>
    public static void CheckComplete(
        IReadOnlyList<ParameterSetting> settings, IReadOnlyCollection<string> targets, object build)
    {
        var missing = settings.FirstOrDefault(setting =>
            setting.Value is null
            && !setting.Member.MayStayUnset(build)
            && (setting.Member.Targets.Count == 0
                || setting.Member.Targets.Any(target => targets.Contains(target, StringComparer.OrdinalIgnoreCase))));
        if (missing?.Member is { } member)
            throw new InputException(
                $"it is not set ({member.Attribute.Description}; {member.Type.Accepts})",
                $"parameter {member.Name}",
                $"Pass {member.Option}, or set \"{member.Name}\" in the profile's file in .nuke.");
    }

    /// <summary>Sets the fields of the build.</summary>
    public static void Apply(IReadOnlyList<ParameterSetting> settings, object build)
    {
        foreach (var setting in settings.Where(setting => setting.Value is not null))
            setting.Member.Set(build, setting.Value!);
    }

    private static ParameterSetting Resolve(
        ParameterMember member,
        IReadOnlyDictionary<string, string> arguments,
        IReadOnlyDictionary<string, (JsonNode Value, string File)> files,
        Dictionary<string, string> variables,
        IReadOnlyDictionary<string, string> environment,
        object build)
    {
        if (arguments.TryGetValue(member.Option, out var text))
            return Read(member, member.Option, () => member.Type.FromText(text));
        if (files.TryGetValue(member.Name, out var entry))
            return Read(member, entry.File, () => member.Type.FromJson(entry.Value));
        if (variables.TryGetValue(EnvironmentPrefix + member.Name, out var variable))
            return Read(member, variable, () => member.Type.FromText(environment[variable]));
        return member.MayStayUnset(build) && member.Get(build) is { } initial
            ? new ParameterSetting(member, initial, "default")
            : new ParameterSetting(member, null, "");
    }

    private static ParameterSetting Read(ParameterMember member, string source, Func<object> read)
    {
        try
        {
            return new ParameterSetting(member, read(), source);
        }
        catch (WrongValueException e)
        {
            var place = e.At is null || source.StartsWith("--", StringComparison.Ordinal)
                ? source
                : JsonNodeReader.At(source, e.At.Line, e.At.Column);
            throw new InputException(
                e.Message,
                place == source && e.At is null ? source : $"{place} ({member.Name})",
                e.Remedy(member.Type),
                e);
        }
    }
}
