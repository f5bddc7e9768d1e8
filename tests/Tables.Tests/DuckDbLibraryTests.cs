using Research.Jobs;
using Research.Tables.Native;

namespace Research.Tables.Tests;

public sealed class DuckDbLibraryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_library_is_looked_for_upward_from_each_folder()
    {
        var library = _folder.File(DuckDbLibrary.RelativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(library)!);
        File.WriteAllText(library, "");
        var deep = Directory.CreateDirectory(_folder.File(Path.Combine("bin", "release"))).FullName;

        Assert.Equal(library, DuckDbLibrary.Find(Path.GetTempPath(), deep));
    }

    [Fact]
    public void A_missing_library_says_what_to_run()
        => Assert.Equal("Run 'npm ci' in the repository root.", Assert.Throws<InputException>(() => DuckDbLibrary.Find(_folder.Path)).Remedy);
}
