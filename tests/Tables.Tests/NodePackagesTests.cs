using Research.Jobs;

namespace Research.Tables.Tests;

public sealed class NodePackagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_package_is_looked_for_upward_from_each_folder()
    {
        var file = _folder.File(Path.Combine("node_modules", "some", "package.json"));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        var deep = Directory.CreateDirectory(_folder.File(Path.Combine("bin", "release"))).FullName;

        Assert.Equal(file, NodePackages.Find(Path.Combine("some", "package.json"), "it", Path.GetTempPath(), deep));
    }

    [Fact]
    public void A_missing_package_says_what_to_run()
    {
        var error = Assert.Throws<InputException>(() => NodePackages.Find("absent", "the thing", _folder.Path));

        Assert.Equal("the thing is not installed", error.What);
        Assert.Equal("Run 'npm ci' in the repository root.", error.Remedy);
    }
}
