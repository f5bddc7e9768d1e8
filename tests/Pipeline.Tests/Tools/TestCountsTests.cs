using Research.Pipeline.Tools;

namespace Research.Pipeline.Tests.Tools;

public sealed class TestCountsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Results_of_all_passes_add_up_and_what_neither_passed_nor_was_skipped_failed()
    {
        Write("all/one.trx", "Passed", "Passed", "NotExecuted");
        Write("without vectors/two.trx", "Passed", "Failed", "Timeout");

        var counts = TestCounts.InFolder(_folder);

        Assert.Equal(new TestCounts(Passed: 3, Failed: 2, Skipped: 1), counts);
        Assert.Equal("3 passed, 2 failed, 1 skipped", $"{counts}");
    }

    [Fact]
    public void Without_results_nothing_passed() => Assert.Equal(new TestCounts(0, 0, 0), TestCounts.InFolder(_folder));

    private void Write(string file, params string[] outcomes)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var results = string.Concat(outcomes.Select(outcome => $"<UnitTestResult outcome=\"{outcome}\" />"));
        File.WriteAllText(
            path, $"<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{results}</Results></TestRun>");
    }
}
