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
        BuildHost host,
        ResearchBuild build,
        IReadOnlyList<string> arguments,
        Func<ResearchBuild, Delegate> defaultTarget)
    {
        try
        {
            var members = ParameterMember.Of(build.GetType());
            var catalog = new TargetCatalog(build);
            var invocation = new InvocationParser(catalog.Names, members).Parse(arguments);
            build.Session = new BuildSession
            {
                Root = host.Root,
                Profile = invocation.Profile,
                Cores = invocation.Jobs ?? host.Cores,
                Device = invocation.Device,
                IsServer = host.IsServer,
                Cancellation = host.Cancellation,
                Versions = build.Versions,
            };
            var usual = catalog.NameOf(defaultTarget(build), "Execute");
            if (invocation.IsHelp)
                return new HelpCommand(host, build, invocation, catalog, members, usual).Execute();
            if (invocation.IsSchema)
                return SchemaCommand.Execute(host, members);

            var settings = Settings(host, build, invocation, members);
            var wanted = Wanted(invocation, catalog, usual);
            ParameterResolver.CheckComplete(settings, wanted, build);
            ParameterResolver.Apply(settings, build);
            SchemaCommand.Refresh(host, build.GetType(), members);
            var verb = wanted.Select(name => catalog.Find(name)!).FirstOrDefault(target => target.Verification is not null);
            if (verb is not null)
            {
                CheckVerification(verb.Name, invocation);
                wanted = [.. wanted.Where(name => name != verb.Name).DefaultIfEmpty(usual)];
                ParameterResolver.CheckComplete(settings, wanted, build);
            }

            var graph = JobGraphBuilder.Build(catalog, wanted.Select(name => catalog.Find(name)!), host.Root);
            if (verb?.Verification is { } spec)
                return await new VerifyCommand(host, build.Session, invocation, graph, verb.Name, spec).ExecuteAsync().ConfigureAwait(false);
            if (invocation.IsWhy || invocation.IsDryRun || invocation.IsPlan)
                return new ForecastCommand(host, build.Session, invocation, graph).Execute();
            var run = new RunCommand(host, build.Session, invocation, graph, settings);
            return await run.ExecuteAsync().ConfigureAwait(false);
        }
        catch (InputException e)
        {
            await host.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return ExitCode.BadUsage;
        }
        catch (Exception e)
        {
            var message = $"The build program has a defect, or its machine has; please report this:\n{e}";
            await host.Error.WriteLineAsync(message).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    /// <summary>Finds the values of the parameters.</summary>
    /// <exception cref="InputException">The profile or a value is wrong.</exception>
    public static IReadOnlyList<ParameterSetting> Settings(
        BuildHost host, ResearchBuild build, Invocation invocation, IReadOnlyList<ParameterMember> members)
    {
        var files = new ProfileFiles(host.Root).Load(invocation.Profile, members);
        return ParameterResolver.Resolve(members, invocation.Parameters, files, host.Environment, build);
    }

    private static void CheckVerification(string verb, Invocation invocation)
    {
        var option = invocation.IsWhy ? "--why" : invocation.IsPlan ? "--plan" : invocation.NoCache ? "--no-cache" : null;
        if (option is not null)
            throw new InputException($"{verb} looks at what is cached, and {option} does not", option, "Leave one of them out.");
    }

    // A target that is only named after --why is looked at too, whether or not the default target needs it.
    private static List<string> Wanted(Invocation invocation, TargetCatalog catalog, string usual)
    {
        List<string> wanted = invocation.Targets.Count > 0 ? [.. invocation.Targets] : [usual];
        var asked = invocation.WhyPattern.Split('/')[0].Trim();
        wanted.AddRange(catalog.Names.Where(name => name.Equals(asked, StringComparison.OrdinalIgnoreCase)));
        return [.. wanted.Distinct()];
    }
}
