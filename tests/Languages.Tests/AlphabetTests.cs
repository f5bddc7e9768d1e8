namespace Research.Languages.Tests;

public sealed class AlphabetTests
{
    [Fact]
    public void Newline_is_token_0_and_letters_follow_from_a()
    {
        var alphabet = new Alphabet(18);
        Assert.Equal("\nabcdefghijklmnopqr", alphabet.Characters);
        Assert.Equal([0, 1, 18, 0], alphabet.Encode("\nar\n"));
        Assert.Equal("car\n", alphabet.Decode([3, 1, 18, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => alphabet.TokenOf('s'));
        Assert.Throws<ArgumentOutOfRangeException>(() => alphabet.TokenOf('A'));
    }

    [Fact]
    public void The_largest_alphabet_has_different_letters_in_ascending_order()
    {
        var alphabet = new Alphabet(Alphabet.MostLetters);
        Assert.Equal(alphabet.Characters, string.Concat(alphabet.Characters.Order()));
        Assert.Equal(alphabet.Tokens, alphabet.Characters.Distinct().Count());
        Assert.All(alphabet.Characters.Skip(1), c => Assert.True(char.IsLetter(c), $"U+{(int)c:X4} is no letter"));
        Assert.Equal(Enumerable.Range(0, alphabet.Tokens), alphabet.Encode(alphabet.Characters));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Alphabet(Alphabet.MostLetters + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Alphabet(0));
    }
}
