using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];
    private readonly ArtifactStore _store;

    public ArtifactStoreTests() => _store = new ArtifactStore(_folder["store"], _warnings.Add);

    [Fact]
    public void A_recorded_artifact_is_found_with_its_files()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"), ("deep/b.txt", "two"));
        var record = Sample.Record(1, output.Digest);
        _store.Record(record);

        using var another = new ArtifactStore(_folder["store"]);
        var found = another.Find(record.Key);

        Assert.NotNull(found);
        Assert.Equal(record, found.Record);
        Assert.Equal(["a.txt", "deep/b.txt"], found.Output.Files.Select(file => file.Name));
        Assert.Equal("two", File.ReadAllText(Path.Combine(found.Output.Folder, "deep", "b.txt")));
    }

    [Fact]
    public void Artifacts_with_the_same_files_are_one_object()
    {
        var first = Sample.Commit(_store, ("a.txt", "one"), ("b.txt", "two"));
        var second = Sample.Commit(_store, ("b.txt", "two"), ("a.txt", "one"));
        var third = Sample.Commit(_store, ("b.txt", "one"), ("a.txt", "two"));

        Assert.Equal(first.Digest, second.Digest);
        Assert.NotEqual(first.Digest, third.Digest);
    }

    [Theory]
    [InlineData("a bit flipped, the time kept")]
    [InlineData("a bit flipped")]
    [InlineData("cut short")]
    [InlineData("a file gone")]
    [InlineData("a file too many")]
    [InlineData("the manifest damaged")]
    [InlineData("the manifest gone")]
    public void A_damaged_object_is_found_before_it_is_used_and_can_be_made_again(string damage)
    {
        var output = Sample.Commit(_store, ("a.txt", "one"), ("deep/b.txt", "two"));
        Damage.Do(damage, output);

        using var next = new ArtifactStore(_folder["store"], _warnings.Add);
        Assert.Null(next.Verify(output.Digest));
        Assert.Null(next.TryOpen(output.Digest));
        Assert.Contains("damaged", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.Equal(output.Digest, Sample.Commit(next, ("a.txt", "one"), ("deep/b.txt", "two")).Digest);
        Assert.NotNull(next.Verify(output.Digest));
    }

    [Theory]
    [InlineData("a bit flipped")]
    [InlineData("cut short")]
    [InlineData("a file gone")]
    [InlineData("the manifest damaged")]
    public void Damage_that_left_a_trace_is_found_by_the_cheap_check(string damage)
    {
        var output = Sample.Commit(_store, ("a.txt", "one"), ("deep/b.txt", "two"));
        Damage.Do(damage, output);

        Assert.Null(_store.TryOpen(output.Digest));
        Assert.Single(_warnings);
    }

    [Fact]
    public void A_store_that_was_copied_without_its_times_is_still_good()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        File.SetLastWriteTimeUtc(Path.Combine(output.Folder, "a.txt"), DateTime.UnixEpoch);

        Assert.NotNull(_store.TryOpen(output.Digest));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_commit_replaces_an_object_that_was_damaged_in_the_meantime()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        Damage.Do("a bit flipped, the time kept", output);

        using var next = new ArtifactStore(_folder["store"], _warnings.Add);
        Sample.Commit(next, ("a.txt", "one"));

        Assert.Equal("one", File.ReadAllText(Path.Combine(output.Folder, "a.txt")));
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("\"target\"", "\"goal\"")]
    [InlineData("\"spec.Seed\": \"1", "\"spec.Seed\": \"2")]
    [InlineData("2026-01-02", "yesterday")]
    public void A_damaged_record_counts_as_missing(string old, string @new)
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        var record = Sample.Record(1, output.Digest);
        _store.Record(record);
        var file = Directory.GetFiles(_folder["store/actions"], "*.json", SearchOption.AllDirectories).Single();
        var text = File.ReadAllText(file);
        File.WriteAllText(file, old.Length == 0 ? @new : text.Replace(old, @new, StringComparison.Ordinal));
        Assert.NotEqual(text, File.ReadAllText(file));

        Assert.Null(_store.Find(record.Key));
        Assert.Contains("damaged", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_its_output_is_refused_and_one_that_lost_it_is_no_hit()
    {
        Assert.Throws<InvalidOperationException>(() => _store.Record(Sample.Record(1, Digest.Of([1]))));

        var output = Sample.Commit(_store, ("a.txt", "one"));
        _store.Record(Sample.Record(1, output.Digest));
        Directory.Delete(Path.GetDirectoryName(output.Folder)!, recursive: true);

        Assert.Null(_store.Find(Sample.Components(1).Key));
        Assert.NotNull(_store.FindRecord(Sample.Components(1).Key));
    }

    [Fact]
    public void The_latest_record_of_a_job_is_found_by_profile_target_and_name()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        foreach (var n in (int[])[1, 2])
        {
            _store.Record(Sample.Record(n, output.Digest));
            _store.SetLatest("smoke", "Train", "released e=0.02 \u00b7 w96", Sample.Components(n).Key);
        }

        _store.SetLatest("laptop", "Train", "released e=0.02 \u00b7 w96", Sample.Components(1).Key);

        Assert.Equal(Sample.Components(2), _store.FindLatest("smoke", "Train", "released e=0.02 \u00b7 w96")?.Components);
        Assert.Equal(Sample.Components(1), _store.FindLatest("laptop", "Train", "released e=0.02 \u00b7 w96")?.Components);
        Assert.Null(_store.FindLatest("smoke", "Train", "released e=0.02 w96"));
    }

    [Fact]
    public void Many_threads_that_commit_the_same_files_get_one_object()
    {
        var objects = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => Sample.Commit(_store, ("a.txt", "one"), ("b.txt", "two"))).ToList();

        Assert.Single(objects.DistinctBy(output => output.Digest));
        Assert.NotNull(_store.Verify(objects[0].Digest));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Staged_files_that_were_not_committed_leave_nothing()
    {
        string folder;
        using (var staged = _store.Stage())
        {
            folder = staged.Folder;
            File.WriteAllText(Path.Combine(folder, "a.txt"), "half of");
        }

        Assert.False(Directory.Exists(folder));
        Assert.False(Directory.Exists(_folder["store/objects"]));
    }

    [Fact]
    public void A_file_copied_from_another_artifact_can_be_committed()
    {
        var first = Sample.Commit(_store, ("a.txt", "one"));
        using var staged = _store.Stage();
        File.Copy(Path.Combine(first.Folder, "a.txt"), Path.Combine(staged.Folder, "b.txt"));

        Assert.Equal(first.Files[0].Digest, _store.Commit(staged).Files[0].Digest);
    }

    [Fact]
    public void A_link_in_an_artifact_is_refused()
    {
        using var staged = _store.Stage();
        File.CreateSymbolicLink(Path.Combine(staged.Folder, "a"), "/etc/hosts");

        Assert.Throws<InvalidOperationException>(() => _store.Commit(staged));
    }

    [Fact]
    public void The_size_is_that_of_all_objects_and_follows_them()
    {
        Assert.Equal(0, _store.Bytes);
        var first = Sample.Commit(_store, ("a.txt", "one"));
        var alone = _store.Bytes;
        var second = Sample.Commit(_store, ("a.txt", new string('x', 100_000)));
        foreach (var shelf in Directory.GetDirectories(_folder["store/objects"]))
            Directory.SetLastWriteTimeUtc(shelf, DateTime.UtcNow.AddMinutes(-1));

        Assert.True(alone > 3);
        Assert.InRange(_store.Bytes - alone, 100_000, 100_200);
        Assert.InRange(_store.Bytes - alone, 100_000, 100_200);
        Directory.Delete(Path.GetDirectoryName(second.Folder)!, recursive: true);
        Assert.Equal(alone, _store.Bytes);
        Assert.NotNull(_store.TryOpen(first.Digest));
    }

    [Fact]
    public void A_resume_folder_stays_until_it_is_removed()
    {
        var key = Sample.Components(1).Key;
        File.WriteAllText(Path.Combine(_store.ResumeFolder(key), "state"), "half way");

        using (var next = new ArtifactStore(_folder["store"]))
            Assert.Equal("half way", File.ReadAllText(Path.Combine(next.ResumeFolder(key), "state")));
        _store.RemoveResumeFolder(key);
        Assert.Empty(Directory.GetFiles(_store.ResumeFolder(key)));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
