using Research.Jobs;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class ArtifactLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArtifactStore _store;

    public ArtifactLinkTests() => _store = new ArtifactStore(_folder["artifacts/store"]);

    private string Place => _folder["artifacts/smoke/checkpoints/seed-1"];

    [Fact]
    public void A_link_shows_the_object_and_follows_to_the_next_one()
    {
        ArtifactLink.Set(Place, Sample.Commit(_store, ("a.txt", "one")));
        ArtifactLink.Set(Place, Sample.Commit(_store, ("a.txt", "two")));

        Assert.Equal("two", File.ReadAllText(Path.Combine(Place, "a.txt")));
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!));
    }

    [Fact]
    public void Links_survive_a_move_of_the_whole_folder()
    {
        ArtifactLink.Set(Place, Sample.Commit(_store, ("a.txt", "one")));
        Directory.Move(_folder["artifacts"], _folder["moved"]);

        Assert.Equal("one", File.ReadAllText(_folder["moved/smoke/checkpoints/seed-1/a.txt"]));
    }

    [Fact]
    public void A_link_holds_where_a_folder_on_the_way_is_a_link_itself()
    {
        Directory.CreateDirectory(_folder["elsewhere/deep/down"]);
        Directory.CreateSymbolicLink(_folder["shortcut"], _folder["elsewhere/deep/down"]);
        var target = Sample.Commit(_store, ("a.txt", "one"));

        ArtifactLink.Set(_folder["shortcut/seed-1"], target);
        ArtifactLink.Set(_folder["shortcut/seed-1"], target);

        Assert.Equal("one", File.ReadAllText(_folder["shortcut/seed-1/a.txt"]));
    }

    [Fact]
    public void Several_builds_may_set_the_same_link_at_once()
    {
        StoredObject[] targets = [Sample.Commit(_store, ("a.txt", "one")), Sample.Commit(_store, ("a.txt", "two"))];

        for (var round = 0; round < 50; round++)
        {
            var place = _folder[$"artifacts/smoke/round-{round}"];
            Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => ArtifactLink.Set(place, targets[i % 2]));
            Assert.True(File.Exists(Path.Combine(place, "a.txt")));
        }
    }

    [Fact]
    public void A_link_never_replaces_a_folder_of_the_user()
    {
        Directory.CreateDirectory(Place);

        var refused = Assert.Throws<InputException>(() => ArtifactLink.Set(Place, Sample.Commit(_store, ("a.txt", "one"))));

        Assert.Equal(Path.GetFullPath(Place), refused.Where);
        Assert.True(Directory.Exists(Place));
    }

    [Fact]
    public void A_link_whose_object_is_gone_is_replaced()
    {
        var gone = Sample.Commit(_store, ("a.txt", "one"));
        ArtifactLink.Set(Place, gone);
        Directory.Delete(Path.GetDirectoryName(gone.Folder)!, recursive: true);

        ArtifactLink.Set(Place, Sample.Commit(_store, ("a.txt", "two")));

        Assert.Equal("two", File.ReadAllText(Path.Combine(Place, "a.txt")));
    }

    [Fact]
    public void Where_links_are_not_permitted_a_copy_stands_in_and_follows_too()
    {
        static void NotPermitted(string link, string target) => throw new UnauthorizedAccessException();
        var (one, two) = (Sample.Commit(_store, ("a.txt", "one")), Sample.Commit(_store, ("deep/a.txt", "two")));

        ArtifactLink.Set(Place, one, NotPermitted);
        Assert.Equal("one", File.ReadAllText(Path.Combine(Place, "a.txt")));
        ArtifactLink.Set(Place, one, (_, _) => Assert.Fail("the copy shows it already"));
        ArtifactLink.Set(Place, two, NotPermitted);
        Assert.Equal("two", File.ReadAllText(Path.Combine(Place, "deep", "a.txt")));
        Assert.False(File.Exists(Path.Combine(Place, "a.txt")));
        ArtifactLink.Set(Place, one);

        Assert.NotNull(new FileInfo(Place).LinkTarget);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
