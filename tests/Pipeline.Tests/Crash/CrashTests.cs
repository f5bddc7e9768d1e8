using System.Globalization;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;
using Research.Pipeline.Tests.Store;
using Work = Research.Pipeline.CrashHost.Jobs;

namespace Research.Pipeline.Tests.Crash;

public sealed class CrashTests : IDisposable
{
    // In memory, where flushing costs nothing, so that a kill or a reader seldom meets a mere wait for the disk.
    private static readonly string Fast = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_only_whole_artifacts()
    {
        for (var round = 0; round < 8; round++)
        {
            using var folder = new TemporaryFolder(Fast);
            await KillAsync(folder["store"], milliseconds: 3 * round);
            await KillAsync(folder["store"], milliseconds: 25 - round);

            var done = CheckAllRecords(folder["store"]);
            Assert.True(done > 0, "the process was killed before it did anything");
            using (var store = new ArtifactStore(folder["store"], warning => Assert.Fail(warning)))
            {
                await Work.RunAsync(store, done, log: null);
                Assert.NotNull(store.Find(Work.Components(done).Key));
            }

            Assert.Empty(Directory.GetFileSystemEntries(folder["store/tmp"]));
        }
    }

    [Fact]
    public async Task A_reader_beside_a_writer_sees_whole_artifacts_and_records_only()
    {
        using var folder = new TemporaryFolder(Fast);
        using var host = HostProcess.Start("work", folder["store"], "400");
        Assert.Equal("begun", host.ReadLine());
        var end = Task.Run(host.ReadToEnd);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        using var store = new ArtifactStore(folder["store"], warning => Assert.Fail(warning));
        for (var last = false; !last;)
        {
            last = end.IsCompleted;
            foreach (var path in Directory.GetDirectories(folder["store/objects"]).SelectMany(Directory.GetDirectories).Where(seen.Add))
                Assert.NotNull(store.Verify(Digest.Parse(Path.GetFileName(Path.GetDirectoryName(path)) + Path.GetFileName(path))));
            foreach (var path in Directory.GetDirectories(folder["store/actions"]).SelectMany(Directory.GetFiles).Where(seen.Add))
                Assert.NotNull(store.Find(new JobKey(Digest.Parse(Path.GetFileNameWithoutExtension(path)))));
        }

        Assert.Equal("done\n", await end);
        Assert.Equal(800, seen.Count);
    }

    [Fact]
    public void Two_builds_at_once_run_every_job_once()
    {
        using var one = HostProcess.Start("work", _folder["store"], "25", _folder["log"]);
        using var two = HostProcess.Start("work", _folder["store"], "25", _folder["log"]);

        Assert.Equal("begun\ndone\n", one.ReadToEnd());
        Assert.Equal("begun\ndone\n", two.ReadToEnd());
        Assert.Equal(
            Enumerable.Range(0, 25),
            Directory.GetFiles(_folder["log"])
                .Select(file => int.Parse(Path.GetFileName(file).Split(' ')[0], CultureInfo.InvariantCulture)).Order());
        Assert.Equal(25, CheckAllRecords(_folder["store"]));
    }

    [SkippableFact]
    public void A_full_disk_stops_with_one_sentence_and_nothing_half_written()
    {
        Skip.IfNot(HostProcess.MayMount(), "a disk of its own needs user name spaces or root");
        Directory.CreateDirectory(_folder["small"]);
        var output = HostProcess.RunWithOwnMounts($"""
            mount -t tmpfs -o size=400k none {_folder["small"]}
            $HOST fill {_folder["small/store"]}
            $HOST check {_folder["small/store"]}
            """);

        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("the disk is full", lines[0]);
        Assert.True(lines.Length > 5, output);
        Assert.All(lines[1..^1], line => Assert.Equal("whole", line));
        Assert.Equal("0 remains", lines[^1]);
    }

    [SkippableFact]
    public void A_read_only_store_answers_from_its_cache_and_refuses_the_rest_with_one_sentence()
    {
        Skip.IfNot(HostProcess.MayMount(), "a disk of its own needs user name spaces or root");
        Directory.CreateDirectory(_folder["small"]);
        var output = HostProcess.RunWithOwnMounts($"""
            mount -t tmpfs -o size=4m none {_folder["small"]}
            $HOST work {_folder["small/store"]} 3
            mount -o remount,ro {_folder["small"]}
            $HOST check {_folder["small/store"]}
            $HOST fill {_folder["small/store"]}
            """);

        Assert.Equal("begun\ndone\nwhole\nwhole\nwhole\n0 remains\nthe file system is read-only\n", output);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task KillAsync(string store, int milliseconds)
    {
        using var host = HostProcess.Start("work", store, "100000");
        Assert.Equal("begun", host.ReadLine());
        await Task.Delay(milliseconds);
        host.Kill();
    }

    /// <summary>Every record points to an artifact that is whole; every object that is visible is whole.</summary>
    private static int CheckAllRecords(string folder)
    {
        using var store = new ArtifactStore(folder, warning => Assert.Fail(warning));
        var records = Directory.GetFiles(Path.Combine(folder, "actions"), "*", SearchOption.AllDirectories);
        foreach (var file in records)
        {
            var record = store.FindRecord(new JobKey(Digest.Parse(Path.GetFileNameWithoutExtension(file))));
            Assert.NotNull(record);
            var output = store.Verify(record.Output);
            Assert.NotNull(output);
            Assert.Equal($"job {record.Job}", File.ReadAllText(Path.Combine(output.Folder, "deep", "small.txt")));
        }

        foreach (var shelf in Directory.GetDirectories(Path.Combine(folder, "objects")))
        {
            foreach (var path in Directory.GetDirectories(shelf))
                Assert.NotNull(store.Verify(Digest.Parse(Path.GetFileName(shelf) + Path.GetFileName(path))));
        }

        return records.Length;
    }
}
