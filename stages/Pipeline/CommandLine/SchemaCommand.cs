using Research.Pipeline.Parameters;

namespace Research.Pipeline.CommandLine;

/// <summary>Keeps <c>.nuke/build.schema.json</c> up to date.</summary>
internal static class SchemaCommand
{
    private const string File = ".nuke/build.schema.json";

    /// <summary>Writes the file: <c>--schema</c>.</summary>
    public static int Execute(BuildHost host, IReadOnlyList<ParameterMember> members)
    {
        var isNew = BuildSchema.Update(Path.Combine(host.Root, File), members);
        host.Output.WriteLine(isNew ? $"{File} written" : $"{File} is up to date");
        return ExitCode.Succeeded;
    }

    /// <summary>
    /// Writes the file if the program is newer; on a person's machine only, so that a server's checkout stays clean.
    /// </summary>
    public static void Refresh(BuildHost host, Type build, IReadOnlyList<ParameterMember> members)
    {
        var path = Path.Combine(host.Root, File);
        if (host.IsServer || !BuildSchema.IsStale(path, build))
            return;
        try
        {
            BuildSchema.Update(path, members);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It serves editors only; a checkout that cannot be written builds without it.
        }
    }
}
