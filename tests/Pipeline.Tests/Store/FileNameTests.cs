using FsCheck;
using FsCheck.Fluent;
using Research.Pipeline.Store;

namespace Research.Pipeline.Tests.Store;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("seed-3", "seed-3")]
    [InlineData("e=0.02_w96", "e=0.02_w96")]
    public void A_plain_name_stays(string name, string expected) => Assert.Equal(expected, FileName.Of(name));

    [Fact]
    public void A_readable_name_stays_readable() =>
        Assert.StartsWith("released-e=0.02-w96-seed-3-", FileName.Of("released e=0.02 \u00b7 w96 \u00b7 seed 3"), StringComparison.Ordinal);

    [Fact]
    public void Any_two_names_give_two_names_for_files_on_any_system()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), ArbMap.Default.ArbFor<NonEmptyString>(), (left, right) =>
        {
            var (a, b) = (FileName.Of(left.Get), FileName.Of(right.Get));
            return a.All(c => char.IsAsciiLetterOrDigit(c) || ".-_=".Contains(c, StringComparison.Ordinal))
                && a.Length is > 0 and <= 100 && a[0] is not '.' && (a == b) == (left.Get == right.Get);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_empty_name_is_refused() => Assert.Throws<ArgumentException>(() => FileName.Of(""));
}
