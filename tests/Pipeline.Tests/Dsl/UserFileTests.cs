using Research.Pipeline.CommandLine;
using Research.Pipeline.Dsl;
using Research.Pipeline.Parameters;
using Research.Pipeline.Tests.Synthetic;

namespace Research.Pipeline.Tests.Dsl;

public sealed class UserFileTests : IDisposable
{
    private readonly Sandbox _sandbox = Sandbox.Bare();
    private readonly string _elsewhere = Directory.CreateTempSubdirectory("research-user-").FullName;

    public void Dispose()
    {
        _sandbox.Dispose();
        Directory.Delete(_elsewhere, recursive: true);
    }

    [Fact]
    public void A_file_anywhere_on_the_disk_is_known_by_its_content()
    {
        var (first, moved) = (Write("a.txt", "one"), Write("b.csv", "one"));

        Assert.Equal(["Read one", "Other"], Ran("--data", first).Order(StringComparer.Ordinal).Reverse());
        Assert.Empty(Ran("--data", moved));
        File.SetLastWriteTimeUtc(first, DateTime.UtcNow.AddDays(-3));
        Assert.Empty(Ran("--data", first));
        Write("a.txt", "two");
        Assert.Equal(["Read two"], Ran("--data", first));
        Assert.Equal("two", _sandbox.Read("artifacts/laptop/read/all/text.txt"));
    }

    [Fact]
    public void Without_the_file_there_is_no_job_and_no_error() => Assert.Equal(["Other"], Ran());

    [Fact]
    public void A_file_that_is_not_there_is_told_by_its_option_before_anything_runs()
    {
        var absent = Path.Combine(_elsewhere, "none.txt");

        Assert.Equal((ExitCode.BadUsage, $"--data: there is no file '{absent}'. Correct the path.\n"), Fails(absent));
        Assert.Equal((ExitCode.BadUsage, $"--data: '{_elsewhere}' is a folder. Give the path of a file.\n"), Fails(_elsewhere));
    }

    [Fact]
    public void A_folder_where_it_is_allowed_is_known_by_names_and_contents()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_elsewhere, "folder")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.txt"), "one");

        Assert.Equal(["List a.txt"], Listed(folder));
        Assert.Empty(Listed(folder));
        File.Move(Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"));
        Assert.Equal(["List b.txt"], Listed(folder));
        Assert.Equal(["List file"], Listed(Path.Combine(folder, "b.txt")));
        var absent = Path.Combine(_elsewhere, "none");
        var outcome = _sandbox.Run(new ListingBuild(), all => all.Both, "--data", absent);
        Assert.Equal($"--data: there is no file or folder '{absent}'. Correct the path.\n", outcome.Error);
    }

    private IReadOnlyList<string> Listed(string path)
    {
        var build = new ListingBuild();
        var outcome = _sandbox.Run(build, all => all.Both, "--data", path);
        Assert.True(outcome.ExitCode == 0, outcome.Error + outcome.Output);
        return build.Ran;
    }

    private (int, string) Fails(string path)
    {
        var build = new ReadingBuild();
        var outcome = _sandbox.Run(build, all => all.Both, "--data", path);
        Assert.Empty(build.Ran);
        return (outcome.ExitCode, outcome.Error);
    }

    private IReadOnlyList<string> Ran(params string[] arguments)
    {
        var build = new ReadingBuild();
        var outcome = _sandbox.Run(build, all => all.Both, arguments);
        Assert.True(outcome.ExitCode == 0, outcome.Error + outcome.Output);
        return build.Ran;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_elsewhere, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class ReadingBuild : ResearchBuild
    {
#pragma warning disable CS0649 // The engine sets parameters by reflection.
        [Parameter("A file of the user")]
        private readonly string? Data;
#pragma warning restore CS0649

        private readonly Probe _probe = new();

        public IReadOnlyList<string> Ran => _probe.Ran;

        public Target<string, TextFile> Read => _ => _
            .ForEach(Data is null ? [] : ["all"])
            .From(new UserFile(Data, "--data"))
            .Runs((_, file, output, _) =>
            {
                output.Text = File.ReadAllText(file.FullName);
                _probe.Note($"Read {output.Text}");
            });

        public Target<string, TextFile> Other => _ => _.ForEach("other").Runs((_, output, _) =>
        {
            output.Text = "";
            _probe.Note("Other");
        });

        public Target Both => _ => _.DependsOn(Read, Other).Executes(() => { });
    }

    private sealed class ListingBuild : ResearchBuild
    {
#pragma warning disable CS0649 // The engine sets parameters by reflection.
        [Parameter("A file or folder of the user")]
        private readonly string? Data;
#pragma warning restore CS0649

        private readonly Probe _probe = new();

        public IReadOnlyList<string> Ran => _probe.Ran;

        public Target<string, TextFile> List => _ => _
            .ForEach(Data is null ? [] : ["all"])
            .From(new UserPath(Data, "--data"))
            .Runs((_, path, output, _) =>
            {
                output.Text = path is DirectoryInfo folder ? string.Join(' ', folder.GetFiles().Select(file => file.Name)) : "file";
                _probe.Note($"List {output.Text}");
            });

        public Target Both => _ => _.DependsOn(List).Executes(() => { });
    }
}
