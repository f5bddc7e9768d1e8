using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Research.Pipeline.Keys;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class ManifestTests
{
    [Fact]
    public void A_manifest_reads_back_sorted()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<Dictionary<PositiveInt, NonNegativeInt>>(), sizes =>
        {
            var files = sizes.Select(size => new ObjectFile(
                $"part {size.Key.Get}/\u00e4 b.bin", size.Value.Get, Digest.Of(BitConverter.GetBytes(size.Key.Get)))).ToList();
            return Manifest.Parse(Manifest.Format(files)).SequenceEqual(files.OrderBy(file => file.Name, StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("nonsense\n")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 12\n")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 many a.txt\n")]
    public void What_is_no_manifest_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Manifest.Parse(Encoding.UTF8.GetBytes(text)));
}
