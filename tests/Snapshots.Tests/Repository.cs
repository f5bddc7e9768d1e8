namespace Research.Snapshots.Tests;

/// <summary>The checkout that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>Full path of the root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder that the build program was built into, of the same configuration as the tests.</summary>
    public static string Program
    {
        get
        {
            var tests = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(tests.Parent!.Parent!.FullName, "_build", tests.Name);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Research.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("There is no Research.sln above the tests.");
        return folder.FullName;
    }
}
