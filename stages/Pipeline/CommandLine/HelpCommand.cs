using Research.Pipeline.Dsl;
using Research.Pipeline.Graph;
using Research.Pipeline.Parameters;

namespace Research.Pipeline.CommandLine;

/// <summary>
/// Prints what can be typed: <c>--help</c>. It answers also where a profile or a definition is wrong.
/// </summary>
internal sealed class HelpCommand(
    BuildHost host,
    ResearchBuild build,
    Invocation invocation,
    TargetCatalog catalog,
    IReadOnlyList<ParameterMember> members,
    string defaultTarget)
{
    /// <summary>Prints the help.</summary>
    public int Execute()
    {
        var problem = "";
        IReadOnlyList<ParameterSetting> settings =
            [.. members.Select(member => new ParameterSetting(member, null, ""))];
        IReadOnlyList<TargetNode> nodes = [];
        try
        {
            settings = BuildProgram.Settings(host, build, invocation, members);
            ParameterResolver.Apply(settings, build);
            var all = catalog.Names.Select(name => catalog.Find(name)!);
            nodes = JobGraphBuilder.Build(catalog, all, host.Root).Targets;
        }
        catch (Exception e)
        {
            problem = e.Message;
        }

        // In the order of the work, as far as it is known.
        var names = nodes.Select(node => node.Name).Union(catalog.Names);
        var targets = names.Select(name => Describe(name, nodes)).OfType<TargetHelp>().ToList();
        var profiles = new ProfileFiles(host.Root).Profiles;
        foreach (var line in HelpText.Format(targets, settings, profiles, invocation.Profile))
            host.Output.WriteLine(line);
        if (problem.Length > 0)
            host.Output.WriteLine($"\nNot all is shown: {problem}");
        return ExitCode.Succeeded;
    }

    private TargetHelp? Describe(string name, IReadOnlyList<TargetNode> nodes)
    {
        var node = nodes.FirstOrDefault(node => node.Name == name);
        if (node?.Declaration.IsUnlisted == true)
            return null;
        var needs = node?.Needs.Select(needed => needed.Name) ?? [];
        return new TargetHelp(name, name == defaultTarget, node?.Declaration.Description ?? "", [.. needs]);
    }
}
