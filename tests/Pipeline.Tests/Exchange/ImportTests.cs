using System.Formats.Tar;
using System.IO.Compression;
using Research.Jobs;
using Research.Pipeline.Exchange;
using Research.Pipeline.Graph;
using Research.Pipeline.Keys;
using Research.Pipeline.Scheduling;
using Research.Pipeline.Store;
using Research.Pipeline.Tests.Store;
using Research.Pipeline.Tests.Synthetic;
using Research.Pipeline.Tests.Verification;

namespace Research.Pipeline.Tests.Exchange;

/// <summary>Jobs that ran on another machine, and what of them is taken into the store.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Sandbox _home = Sandbox.Bare();
    private readonly Sandbox _worker = Sandbox.Bare();

    public void Dispose()
    {
        _home.Dispose();
        _worker.Dispose();
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("store")]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    public void Jobs_run_elsewhere_on_what_was_exported_are_cached_at_home(string form)
    {
        Assert.Contains("exported 2 for 4", Home("Export", "--to", _worker.PathOf("artifacts/store")).Output);
        var worker = new ExchangeBuild();
        _worker.Run(worker, build => build.Again);

        var import = Home("Import", "--from", Form(form));
        var after = new ExchangeBuild();
        var again = _home.Run(after, build => build.Again);

        Assert.Equal(["Again", "Again", "Echo", "Echo"], worker.Ran.Order());
        Assert.Contains("imported 4, present 2, 12 bytes", import.Output);
        Assert.Equal((0, 0), (again.ExitCode, after.Ran.Count));
        Assert.Equal("aaaa", _home.Read("artifacts/laptop/again/a-x2/text.txt"));
    }

    [Fact]
    public void What_the_store_has_already_is_left_as_it_is()
    {
        WorkElsewhere();
        Home("Import", "--from", _worker.Root);
        var before = Results(_home);

        Assert.Contains("imported 0, present 4", Home("Import", "--from", _worker.Root).Output);
        Assert.Equal(before, Results(_home));
    }

    [Theory]
    [InlineData("a bit flipped", "its bytes are not those that the artifact of Echo / b x2 is named by")]
    [InlineData("cut short", "its bytes are not those that the artifact of Echo / b x2 is named by")]
    [InlineData("a file gone", "the artifact of Echo / b x2 lacks this file")]
    [InlineData("a file too many", "it holds more than the artifact of Echo / b x2")]
    [InlineData("the manifest damaged", "the artifact of Echo / b x2 has no sound list of its files")]
    [InlineData("the manifest gone", "the artifact of Echo / b x2 has no sound list of its files")]
    [InlineData("the record cut short", "it is no record of a job")]
    [InlineData("the record renamed", "not of the one in its name")]
    [InlineData("another job's artifact claimed", "the artifact of Echo / b x2 has no sound list of its files")]
    public void Anything_damaged_is_refused_and_nothing_is_taken(string damage, string message)
    {
        WorkElsewhere();
        Do(damage, EntryOf("Echo", "b x2"));

        var outcome = Home("Import", "--from", _worker.Root);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, outcome.Output);
        Assert.Contains("nothing was imported", outcome.Output);
        AssertEmpty();
    }

    [Fact]
    public void Results_of_other_parameters_are_refused_with_what_differs()
    {
        _worker.Run(new ExchangeBuild(), build => build.Write, "--times", "3");

        var outcome = Home("Import", "--from", _worker.Root);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("2 of its results belong to no job of profile laptop: Write / a x3 (there is no such job), Write / b x3", outcome.Output);
        AssertEmpty();
    }

    [Fact]
    public void Results_of_other_code_are_refused_with_what_differs()
    {
        WorkElsewhere();
        var (record, _) = EntryOf("Echo", "b x2");
        var other = record with
        {
            Components = new KeyComponents(record.Components.Select(component => component.Name == "code.Research.Jobs"
                ? component with { Value = Digest.Of([1]).Hex } : component)),
        };
        Replace(record, other);

        var outcome = Home("Import", "--from", _worker.Root);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("1 of its results belong to no job of profile laptop: Echo / b x2 (code Research.Jobs changed)", outcome.Output);
        AssertEmpty();
    }

    [Fact]
    public void A_result_under_another_name_is_refused()
    {
        WorkElsewhere();
        var (record, _) = EntryOf("Echo", "b x2");
        Replace(record, record with { Job = "a x2" });

        Assert.Contains("the result of Echo / b x2: it calls itself Echo / a x2", Home("Import", "--from", _worker.Root).Output);
        AssertEmpty();
    }

    [Fact]
    public void A_machine_that_computes_otherwise_is_named()
    {
        _home.Run(new ExchangeBuild(), build => build.Echo);
        _worker.Run(new ExchangeBuild { Error = "!" }, build => build.Echo);
        var before = Results(_home);

        var outcome = Home("Import", "--from", _worker.Root);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("One of the two machines computed wrongly", outcome.Output);
        Assert.Equal(before, Results(_home));
    }

    [Theory]
    [InlineData("tar", 700)]
    [InlineData("tar", 3000)]
    [InlineData("tar.gz", 60)]
    [InlineData("tar.gz", 700)]
    public void An_archive_that_is_cut_short_is_refused(string form, int length)
    {
        WorkElsewhere();
        var archive = Form(form);
        File.WriteAllBytes(archive, File.ReadAllBytes(archive)[..length]);

        Assert.Equal(1, Home("Import", "--from", archive).ExitCode);
        AssertEmpty();
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    public void An_archive_that_reaches_outside_is_refused(string name)
    {
        var archive = _worker.PathOf("bad.tar");
        using (var tar = new TarWriter(File.Create(archive)))
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) });

        Assert.Contains($"'{name}' lies outside of it", Home("Import", "--from", archive).Output);
    }

    [Fact]
    public void A_list_of_files_that_reaches_outside_is_refused()
    {
        WorkElsewhere();
        var (record, output) = EntryOf("Echo", "b x2");
        var manifest = Manifest.Format([.. output.Files, new ObjectFile("../../../escaped.txt", 1, Digest.Of([1]))]);
        var folder = _worker.PathOf($"artifacts/store/objects/{Digest.Of(manifest).Hex[..2]}/{Digest.Of(manifest).Hex[2..]}");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "manifest"), manifest);
        Replace(record, record with { Output = Digest.Of(manifest) });

        Assert.Contains("it names a file twice, or one outside of the artifact", Home("Import", "--from", _worker.Root).Output);
        AssertEmpty();
    }

    [Fact]
    public void An_import_that_is_stopped_leaves_whole_results_and_can_be_run_again()
    {
        WorkElsewhere();
        using var stop = new CancellationTokenSource();
        using (var store = new ArtifactStore(_home.PathOf("artifacts/store")))
        {
            var importer = new Importer(
                new TargetCatalog(new ExchangeBuild()), _home.Root, store, new JobKeys(store.Fingerprints, new RepositoryDigests(_home.Root)), "laptop");
            Assert.Throws<OperationCanceledException>(() => importer.Import(_worker.Root, new StopAfter("results", stop), stop.Token));
        }

        using (var store = new ArtifactStore(_home.PathOf("artifacts/store"), warning => Assert.Fail(warning)))
        {
            var record = Assert.Single(Records(_home));
            Assert.NotNull(store.Verify(record.Output));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_home.PathOf("artifacts/store/tmp")));
        Assert.Contains("imported 3, present 1", Home("Import", "--from", _worker.Root).Output);
    }

    [Fact]
    public void A_folder_without_results_is_said()
    {
        Assert.Contains("there are no results in it. Name a worker's folder", Home("Import", "--from", _worker.PathOf("nowhere")).Output);
    }

    private Outcome Home(params string[] arguments) => _home.Run(new ExchangeBuild(), build => build.Again, arguments);

    private void WorkElsewhere() => _worker.Run(new ExchangeBuild(), build => build.Echo);

    private void AssertEmpty()
    {
        Assert.False(Directory.Exists(_home.PathOf("artifacts/store/objects")));
        Assert.False(Directory.Exists(_home.PathOf("artifacts/store/actions")));
    }

    private string Form(string form)
    {
        if (form == "folder")
            return _worker.Root;
        if (form == "store")
            return _worker.PathOf("artifacts/store");
        var archive = _worker.PathOf($"results.{form}");
        using var plain = new MemoryStream();
        TarFile.CreateFromDirectory(_worker.PathOf("artifacts"), plain, includeBaseDirectory: true);
        using var file = File.Create(archive);
        using Stream target = form == "tar" ? file : new GZipStream(file, CompressionLevel.Fastest);
        target.Write(plain.ToArray());
        return archive;
    }

    private static IReadOnlyList<string> Results(Sandbox sandbox) =>
        [.. StoreImage.Of(sandbox.PathOf("artifacts/store/objects")), .. StoreImage.Of(sandbox.PathOf("artifacts/store/actions"))];

    private static IEnumerable<ActionRecord> Records(Sandbox sandbox) => Directory
        .GetFiles(sandbox.PathOf("artifacts/store/actions"), "*", SearchOption.AllDirectories)
        .Select(file => ActionRecordJson.Parse(File.ReadAllBytes(file)));

    private CachedAction EntryOf(string target, string job)
    {
        var record = Records(_worker).Single(record => record.Target == target && record.Job == job);
        using var store = new ArtifactStore(_worker.PathOf("artifacts/store"));
        return store.Find(record.Key)!;
    }

    private string FileOf(ActionRecord record) => _worker.PathOf($"artifacts/store/actions/{record.Key.Digest.Hex[..2]}/{record.Key}.json");

    private void Replace(ActionRecord old, ActionRecord @new)
    {
        File.Delete(FileOf(old));
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(@new))!);
        File.WriteAllBytes(FileOf(@new), ActionRecordJson.Format(@new));
    }

    private void Do(string damage, CachedAction entry)
    {
        var file = FileOf(entry.Record);
        switch (damage)
        {
            case "the record cut short":
                File.WriteAllText(file, File.ReadAllText(file)[..100]);
                break;
            case "the record renamed":
                File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, $"{Digest.Of([1]).Hex}.json"));
                break;
            case "another job's artifact claimed":
                Replace(entry.Record, entry.Record with { Output = Digest.Of([1]) });
                break;
            default:
                Damage.Do(damage, entry.Output, "text.txt");
                break;
        }
    }

    private sealed class StopAfter(string unit, CancellationTokenSource stop) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            if (value.Unit == unit)
                stop.Cancel();
        }
    }
}
