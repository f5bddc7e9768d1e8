using System.Globalization;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;
using Research.Pipeline.Tests.Store;
using Work = Research.Pipeline.CrashHost.Jobs;

namespace Research.Pipeline.Tests.Crash;

public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_only_whole_artifacts()
    {
        const int Kills = 12;
        var done = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            using (var host = HostProcess.Start("work", _folder["store"], "100000"))
            {
                // The first instants are those of the process; after them every moment lies inside some commit.
                await Task.Delay(150 + 23 * kill);
                host.Kill();
            }

            done = CheckAllRecords();
        }

        Assert.True(done > Kills, $"only {done} jobs were done in {Kills} processes: the kills hit nothing");
        using (var store = new ArtifactStore(_folder["store"], warning => Assert.Fail(warning)))
        {
            await Work.RunAsync(store, done, log: null);
            Assert.NotNull(store.Find(Work.Components(done).Key));
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder["store/tmp"]));
    }

    [Fact]
    public void Two_builds_at_once_run_every_job_once()
    {
        using var one = HostProcess.Start("work", _folder["store"], "25", _folder["log"]);
        using var two = HostProcess.Start("work", _folder["store"], "25", _folder["log"]);

        Assert.Equal("done\n", one.ReadToEnd());
        Assert.Equal("done\n", two.ReadToEnd());
        Assert.Equal(
            Enumerable.Range(0, 25),
            File.ReadAllLines(_folder["log"]).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Order());
        Assert.Equal(25, CheckAllRecords());
    }

    [SkippableFact]
    public void A_full_disk_stops_with_one_sentence_and_nothing_half_written()
    {
        Directory.CreateDirectory(_folder["small"]);
        var output = HostProcess.RunWithOwnMounts($"""
            mount -t tmpfs -o size=400k none {_folder["small"]}
            $HOST fill {_folder["small/store"]}
            $HOST check {_folder["small/store"]}
            """);
        Skip.If(output is null, "a small disk needs user name spaces or root");

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("the disk is full", lines[0]);
        Assert.True(lines.Length > 5, output);
        Assert.All(lines[1..^1], line => Assert.Equal("whole", line));
        Assert.Equal("0 remains", lines[^1]);
    }

    [SkippableFact]
    public void A_read_only_store_answers_from_its_cache_and_refuses_the_rest_with_one_sentence()
    {
        Directory.CreateDirectory(_folder["small"]);
        var output = HostProcess.RunWithOwnMounts($"""
            mount -t tmpfs -o size=4m none {_folder["small"]}
            $HOST work {_folder["small/store"]} 3
            mount -o remount,ro {_folder["small"]}
            $HOST check {_folder["small/store"]}
            $HOST fill {_folder["small/store"]}
            """);
        Skip.If(output is null, "a read-only disk needs user name spaces or root");

        Assert.Equal("done\nwhole\nwhole\nwhole\n0 remains\nthe file system is read-only\n", output);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Every record points to an artifact that is whole; every object that is visible is whole.</summary>
    private int CheckAllRecords()
    {
        using var store = new ArtifactStore(_folder["store"], warning => Assert.Fail(warning));
        var records = FilesIn("store/actions");
        foreach (var file in records)
        {
            var record = store.FindRecord(new JobKey(Digest.Parse(Path.GetFileNameWithoutExtension(file))));
            Assert.NotNull(record);
            var output = store.Verify(record.Output);
            Assert.NotNull(output);
            Assert.Equal($"job {record.Job}", File.ReadAllText(Path.Combine(output.Folder, "deep", "small.txt")));
        }

        if (Directory.Exists(_folder["store/objects"]))
        {
            foreach (var shelf in Directory.GetDirectories(_folder["store/objects"]))
            {
                foreach (var path in Directory.GetDirectories(shelf))
                    Assert.NotNull(store.Verify(Digest.Parse(Path.GetFileName(shelf) + Path.GetFileName(path))));
            }
        }

        return records.Length;
    }

    private string[] FilesIn(string folder) =>
        Directory.Exists(_folder[folder]) ? Directory.GetFiles(_folder[folder], "*", SearchOption.AllDirectories) : [];
}
