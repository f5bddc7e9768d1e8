using Research.Mirage.Metrics;

namespace Research.Mirage.Tests.Metrics;

public sealed class TokenEditDistanceTests
{
    [Theory]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("saturday", "sunday", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "", 3)]
    [InlineData("", "", 0)]
    [InlineData("1234", "1234", 0)]
    [InlineData("1234", "234", 1)]
    [InlineData("234", "1234", 1)]
    [InlineData("12", "21", 2)]
    [InlineData("aaaa", "aa", 2)]
    public void Textbook_examples(string output, string target, int distance) =>
        Assert.Equal(distance, TokenEditDistance.Of(Tokens(output), Tokens(target)));

    [Fact]
    public void All_answers_up_to_four_tokens_of_three_kinds_against_the_recursive_definition()
    {
        var answers = Answers.UpTo(4, 3).ToList();
        foreach (var output in answers)
            foreach (var target in answers)
                Assert.Equal(ByDefinition(output, target), TokenEditDistance.Of(output, target));
    }

    [Fact]
    public void Answers_longer_than_what_lies_on_the_stack()
    {
        int[] target = [.. Enumerable.Range(0, 300)];
        int[] output = [-1, .. target[..150], -2, .. target[151..250], .. target[252..], -3];
        Assert.Equal(1 + 1 + 2 + 1, TokenEditDistance.Of(output, target));
    }

    private static int[] Tokens(string text) => [.. text.Select(letter => (int)letter)];

    private static int ByDefinition(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        if (a.IsEmpty || b.IsEmpty) return a.Length + b.Length;
        var replaced = ByDefinition(a[1..], b[1..]) + (a[0] == b[0] ? 0 : 1);
        return Math.Min(replaced, 1 + Math.Min(ByDefinition(a[1..], b), ByDefinition(a, b[1..])));
    }
}
