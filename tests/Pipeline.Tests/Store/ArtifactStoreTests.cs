using Research.Jobs;
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

    [Fact]
    public void A_bit_flipped_without_a_trace_in_length_or_time_is_found_by_verifying()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        Damage.FlipBit(Path.Combine(output.Folder, "a.txt"), keepTime: true);

        Assert.NotNull(_store.TryOpen(output.Digest));
        Assert.Null(_store.Verify(output.Digest));
        Assert.Null(_store.TryOpen(output.Digest));
        Assert.Contains("damaged", Assert.Single(_warnings), StringComparison.Ordinal);
        Assert.Equal(output.Digest, Sample.Commit(_store, ("a.txt", "one")).Digest);
    }

    [Fact]
    public void A_bit_flipped_at_another_time_is_found_when_the_object_is_opened()
    {
        var output = Sample.Commit(_store, ("a.txt", "one"));
        Damage.FlipBit(Path.Combine(output.Folder, "a.txt"), keepTime: false);

        Assert.Null(_store.TryOpen(output.Digest));
        Assert.Single(_warnings);
    }

    [Fact]
    public void A_link_shows_the_object_and_follows_to_the_next_one()
    {
        var link = _folder["artifacts/smoke/checkpoints/seed-1"];
        ArtifactLink.Set(link, Sample.Commit(_store, ("a.txt", "one")));
        ArtifactLink.Set(link, Sample.Commit(_store, ("a.txt", "two")));

        Assert.Equal("two", File.ReadAllText(Path.Combine(link, "a.txt")));
        Assert.StartsWith("..", new FileInfo(link).LinkTarget, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(link)!));
    }

    [Fact]
    public void A_link_never_replaces_a_folder_of_the_user()
    {
        Directory.CreateDirectory(_folder["mine"]);

        Assert.Throws<InputException>(() => ArtifactLink.Set(_folder["mine"], Sample.Commit(_store, ("a.txt", "one"))));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
