using System.Reflection;
using Research.Pipeline.Fingerprints;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;
using Research.Pipeline.Tests.Store;

namespace Research.Pipeline.Tests.Fingerprints;

public sealed class FingerprinterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_method_is_fingerprinted_with_its_assembly_and_what_that_uses_of_the_repository()
    {
        using var store = new ArtifactStore(_folder["store"]);

        var fingerprint = store.Fingerprints.Of(typeof(ArtifactStore).GetMethod(nameof(ArtifactStore.Verify))!);

        Assert.Equal("Research.Pipeline.Store.ArtifactStore.Verify(Research.Pipeline.Keys.Digest)", fingerprint.Entry);
        Assert.Equal(["Research.Jobs", "Research.Pipeline"], fingerprint.Assemblies.Keys);
    }

    [Fact]
    public void A_method_closed_over_a_type_depends_on_that_types_assembly()
    {
        using var store = new ArtifactStore(_folder["store"]);

        var fingerprint = store.Fingerprints.Of(
            typeof(Enumerable).GetMethod(nameof(Enumerable.Empty))!.MakeGenericMethod(typeof(List<FingerprinterTests>)));

        Assert.Contains("Research.Pipeline.Tests", fingerprint.Assemblies.Keys);
    }

    [Fact]
    public void A_fingerprint_is_remembered_as_long_as_the_file_is_the_same()
    {
        var file = Compile("return 1;");
        var first = Fingerprint(file);
        var memo = File.ReadAllText(_folder["store/fingerprints/memo"]);

        // What is remembered is believed, so a wrong digest shows that it was read; its archive must be there too.
        File.WriteAllText(_folder["store/fingerprints/memo"], memo.Replace(first.Digest.Hex, Digest.Of([1]).Hex, StringComparison.Ordinal));
        Assert.Equal(first.Digest, Fingerprint(file).Digest);
        File.Copy(_folder[$"store/fingerprints/{first.Digest}"], _folder[$"store/fingerprints/{Digest.Of([1])}"]);
        File.WriteAllText(_folder["store/fingerprints/memo"], memo.Replace(first.Digest.Hex, Digest.Of([1]).Hex, StringComparison.Ordinal));
        Assert.Equal(Digest.Of([1]), Fingerprint(file).Digest);

        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Assert.Equal(first.Digest, Fingerprint(file).Digest);
        Assert.NotEqual(first.Digest, Fingerprint(Compile("return 2;")).Digest);
    }

    [Fact]
    public void A_changed_code_component_is_explained_by_its_members()
    {
        using var store = new ArtifactStore(_folder["store"]);
        var old = Fingerprint(Compile("return 1;"));
        var @new = Fingerprint(Compile("return 2;"));

        var changes = store.Fingerprints.Explain(new KeyDifference("code.Research.Sample", old.Digest.Hex, @new.Digest.Hex));

        Assert.Equal("Research.Sample: Gelu.Backward changed", Assert.Single(changes).ToString());
        Assert.Empty(store.Fingerprints.Explain(new KeyDifference("code.Research.Sample", old.Digest.Hex, Digest.Of([1]).Hex)));
        Assert.Empty(store.Fingerprints.Explain(new KeyDifference("spec.Width", "64", "96")));
    }

    [Fact]
    public void Code_that_came_from_no_file_is_refused()
    {
        using var store = new ArtifactStore(_folder["store"]);
        var unsaved = System.Reflection.Emit.AssemblyBuilder.DefineDynamicAssembly(
            new AssemblyName("Research.Dynamic"), System.Reflection.Emit.AssemblyBuilderAccess.Run);

        Assert.Throws<ArgumentException>(() => store.Fingerprints.Of(unsaved));
    }

    public void Dispose() => _folder.Dispose();

    private string Compile(string body) => Compiler.Compile(
        _folder["build"], "Research.Sample",
        [("Gelu.cs", $"namespace Research.Sample; public class Gelu {{ public int Forward() => 0; public int Backward() {{ {body} }} }}")]);

    private AssemblyFingerprint Fingerprint(string file)
    {
        using var store = new ArtifactStore(_folder["store"]);
        var digest = store.Fingerprints.Closure([file])["Research.Sample"];
        return store.Fingerprints.Find(digest)! with { Digest = digest };
    }
}
