using System.Reflection;
using System.Runtime.InteropServices;
using Research.Jobs;

namespace Research.Tables.Native;

/// <summary>
/// Finds DuckDB's official native library, which <c>npm ci</c> puts into <c>node_modules</c>, and loads it once a
/// process.
/// </summary>
internal static class DuckDbLibrary
{
    /// <summary>The name under which <see cref="DuckDbApi"/> imports the library.</summary>
    public const string Name = "duckdb";

    private static readonly Lazy<nint> Handle = new(Load);

    /// <summary>
    /// Loads the library if it is not loaded yet; must precede every call of <see cref="DuckDbApi"/>.
    /// </summary>
    /// <exception cref="InputException">The library is not there or cannot be loaded.</exception>
    public static void Ensure() => _ = Handle.Value;

    /// <summary>The library's path below <c>node_modules</c>.</summary>
    private static string RelativePath
    {
        get
        {
            var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            var (platform, file) =
                OperatingSystem.IsWindows() ? ($"win32-{architecture}", "duckdb.dll") :
                OperatingSystem.IsMacOS() ? ($"darwin-{architecture}", "libduckdb.dylib") :
                ($"linux-{architecture}{(IsMusl ? "-musl" : "")}", "libduckdb.so");
            return Path.Combine("@duckdb", $"node-bindings-{platform}", file);
        }
    }

    private static bool IsMusl => RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

    private static nint Load()
    {
        var path = NodePackages.Find(RelativePath, "DuckDB's native library, which reads and writes all tables,");
        try
        {
            var handle = NativeLibrary.Load(path);
            NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == Name ? handle : 0);
            return handle;
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new InputException(
                $"the native library cannot be loaded ({exception.Message})", path,
                "Run 'npm ci' again on this machine.", exception);
        }
    }
}
