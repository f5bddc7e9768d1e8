using Research.Jobs;
using Research.Pipeline.Dsl;
using Research.Pipeline.Graph;
using Research.Pipeline.Parameters;

namespace Research.Pipeline.CommandLine;

/// <summary>The build program from its arguments to its exit code.</summary>
internal static class BuildProgram
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="host">What is around the build.</param>
    /// <param name="build">The build object, as its constructor left it.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="defaultTarget">The target to run when none is named.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        BuildHost host, ResearchBuild build, IReadOnlyList<string> arguments, Func<ResearchBuild, Delegate> defaultTarget)
    {
        try
        {
            var members = ParameterMember.Of(build.GetType());
            var catalog = new TargetCatalog(build);
            var invocation = new InvocationParser(catalog.Names, members).Parse(arguments);
            var settings = Bind(host, build, invocation, members);
            var wanted = invocation.Targets.Count > 0
                ? [.. invocation.Targets.Select(name => catalog.Find(name)!)]
                : new[] { catalog.Resolve(defaultTarget(build), "Execute") };
            ParameterResolver.CheckComplete(settings, [.. wanted.Select(target => target.Name)], build);
            foreach (var setting in settings.Where(setting => setting.Value is not null))
                setting.Member.Set(build, setting.Value!);
            var graph = JobGraphBuilder.Build(catalog, wanted, host.Root);
            return await new RunCommand(host, build.Session!, invocation, graph, settings).ExecuteAsync().ConfigureAwait(false);
        }
        catch (InputException e)
        {
            await host.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
    }

    private static IReadOnlyList<ParameterSetting> Bind(
        BuildHost host, ResearchBuild build, Invocation invocation, IReadOnlyList<ParameterMember> members)
    {
        build.Session = new BuildSession
        {
            Root = host.Root,
            Profile = invocation.Profile,
            Cores = invocation.Jobs ?? host.Cores,
            IsServer = host.IsServer,
            Cancellation = host.Cancellation,
        };
        var files = new ProfileFiles(host.Root).Load(invocation.Profile, members);
        return ParameterResolver.Resolve(members, invocation.Parameters, files, host.Environment, build);
    }
}
