using FsCheck;
using FsCheck.Fluent;
using Research.Pipeline.Parameters;

namespace Research.Pipeline.Tests.Parameters;

public sealed class NearestMatchTests
{
    [Theory]
    [InlineData("Trian", "Train")]
    [InlineData("train", "Train")]
    [InlineData("Corpra", "Corpora")]
    [InlineData("Reporting", "Report")]
    [InlineData("Xylophone", null)]
    public void The_nearest_name_is_found_unless_all_are_far_off(string text, string? expected) =>
        Assert.Equal(expected, NearestMatch.Of(text, ["Corpora", "Train", "Report"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("abcd", "abdc", 1)]
    [InlineData("ca", "abc", 3)]
    public void Distances_are_those_of_optimal_string_alignment(string left, string right, int expected) =>
        Assert.Equal(expected, NearestMatch.Distance(left, right));

    [Fact]
    public void Distance_is_symmetric_and_zero_only_for_equal_texts()
    {
        var texts = Gen.Elements('a', 'b', 'c').ArrayOf().Select(letters => new string(letters[..Math.Min(letters.Length, 6)])).ToArbitrary();
        Prop.ForAll(texts, texts, (left, right) =>
            NearestMatch.Distance(left, right) == NearestMatch.Distance(right, left)
            && NearestMatch.Distance(left, right) == 0 == (left == right)).QuickCheckThrowOnFailure();
    }
}
