using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Research.Pipeline.Tests.Fingerprints;

/// <summary>Compiles small assemblies with the real C# compiler.</summary>
internal static class Compiler
{
    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name == "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles sources into a file named after the assembly.</summary>
    /// <param name="folder">Where the assembly goes; assemblies already there may be referenced.</param>
    /// <param name="name">Simple name of the assembly.</param>
    /// <param name="sources">Path and text of each source file.</param>
    /// <param name="debug">With embedded debug information, and none if false.</param>
    /// <param name="resources">Embedded resources by name.</param>
    /// <returns>Path of the assembly.</returns>
    public static string Compile(
        string folder, string name, IEnumerable<(string Path, string Text)> sources, bool debug = true,
        IEnumerable<(string Name, string Text)>? resources = null)
    {
        Directory.CreateDirectory(folder);
        var compilation = CSharpCompilation.Create(
            name,
            sources.Select(source => CSharpSyntaxTree.ParseText(
                SourceText.From(source.Text, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest), source.Path)),
            [.. Framework, .. Directory.GetFiles(folder, "*.dll").Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, deterministic: true,
                allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var path = Path.Combine(folder, name + ".dll");
        using var file = File.Create(path);
        var result = compilation.Emit(
            file,
            options: debug ? new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded) : null,
            manifestResources: resources?.Select(resource => new ResourceDescription(
                resource.Name, () => new MemoryStream(Encoding.UTF8.GetBytes(resource.Text)), isPublic: true)));
        return result.Success ? path : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
