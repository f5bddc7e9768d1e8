using Research.Jobs;
using Research.Pipeline.Tests.Store;
using Research.Pipeline.Verification;

namespace Research.Pipeline.Tests.Verification;

public sealed class ArtifactComparisonTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_that_are_equal_are_not_mentioned_and_missing_and_new_ones_are()
    {
        Write("stored/same.txt", "1");
        Write("received/same.txt", "1");
        Write("stored/deep/gone.txt", "1");
        Write("received/new.txt", "1");

        var files = Compare();

        Assert.Equal(["deep/gone.txt", "new.txt"], files.Select(file => file.Name));
        Assert.Null(files[0].Received);
        Assert.NotNull(files[0].Stored);
        Assert.Null(files[1].Stored);
        Assert.All(files, file => Assert.Empty(file.First));
    }

    [Fact]
    public void A_format_speaks_for_its_files_and_bytes_for_all_others()
    {
        Write("stored/a.LIST", "1");
        Write("received/a.LIST", "2");
        Write("stored/a.txt", "1");
        Write("received/a.txt", "2");

        var files = Compare(new ListDifference((stored, received) => $"{Path.GetFileName(stored)}: {File.ReadAllText(stored)}, {File.ReadAllText(received)}"));

        Assert.Equal(["a.LIST: 1, 2", "byte 0: 0x31 against 0x32; line 1: '1' against '2'"], files.Select(file => file.First));
    }

    [Fact]
    public void A_file_that_its_format_cannot_read_is_compared_as_bytes()
    {
        Write("stored/a.list", "1");
        Write("received/a.list", "2");

        var files = Compare(new ListDifference((_, received) => throw new InputException("it is no list", received, "Delete it.")));

        Assert.Equal("byte 0: 0x31 against 0x32; line 1: '1' against '2' (a.list: it is no list)", Assert.Single(files).First);
    }

    [Fact]
    public void A_folder_that_is_gone_has_no_files()
    {
        Write("received/a.txt", "2");

        Assert.Equal("a.txt", Assert.Single(Compare()).Name);
    }

    private IReadOnlyList<FileDifference> Compare(params IFileDifference[] formats) =>
        new ArtifactComparison(formats).Between(_folder["stored"], _folder["received"]);

    private void Write(string name, string text)
    {
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private sealed class ListDifference(Func<string, string, string> describe) : IFileDifference
    {
        public string Extension => ".list";

        public string Describe(string stored, string received) => describe(stored, received);
    }
}
